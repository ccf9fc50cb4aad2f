// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.gilan.check.TheGraph;

/**
 * Statements about the items that the graph links to, in the shape of Wikidata's RDF and all made
 * up: each value follows from the item's number, so that a test can say what must arrive, and each
 * name says «stand-in». What the graph itself says of a thing is used only to make Wikidata agree
 * with it, disagree or be silent.
 */
public final class LinkedItems {
  private static final String PREFIXES =
      """
      PREFIX geo: <http://www.opengis.net/ont/geosparql#>
      PREFIX p: <http://www.wikidata.org/prop/>
      PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
      PREFIX ps: <http://www.wikidata.org/prop/statement/>
      PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX wd: <http://www.wikidata.org/entity/>
      PREFIX wdt: <http://www.wikidata.org/prop/direct/>
      PREFIX wikibase: <http://wikiba.se/ontology#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

      """;

  private static final String OURS =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;

  private static final String LINK =
      """
       ?thing skos:exactMatch ?item .
       FILTER (STRSTARTS(STR(?item), "http://www.wikidata.org/entity/Q")) }
      """;

  private final StringBuilder turtle = new StringBuilder(PREFIXES);
  private int values;

  private LinkedItems() {}

  /**
   * {@return a file below {@code target/} with these statements, written anew}
   *
   * @throws IOException when it cannot be written
   */
  public static Path written() throws IOException {
    LinkedItems items = new LinkedItems();
    items.each("SELECT DISTINCT ?item {" + LINK, row -> items.item(number(row)));
    items.each(
        "SELECT DISTINCT ?item ?name"
            + " { ?thing a gilan:Person ; rdfs:label ?name . FILTER (LANG(?name) = 'en')"
            + LINK,
        items::person);
    items.each(
        "SELECT DISTINCT ?item ?lat ?long"
            + " { ?thing a gilan:Place ; gilan:latitude ?lat ; gilan:longitude ?long ."
            + LINK,
        items::place);
    items.dates();
    Path file = Path.of("target", "linked-items.ttl");
    return Files.writeString(file, items.turtle);
  }

  private void each(String query, Consumer<Binding> step) {
    try (QueryExec exec =
        QueryExec.dataset(TheGraph.assembly().graph().dataset())
            .query(OURS + query + " ORDER BY ?item")
            .build()) {
      exec.select().forEachRemaining(step);
    }
  }

  private static int number(Binding row) {
    return Integer.parseInt(row.get("item").getURI().replaceFirst(".*/Q", ""));
  }

  /**
   * {@return how the stand-in calls an item}
   *
   * @param item the item's number
   * @param language one of az, en, fa, ru
   */
  public static String label(int item, String language) {
    Map<String, String> words =
        Map.of("az", "əvəz", "en", "stand-in", "fa", "جانشین", "ru", "замена");
    return words.get(language) + " Q" + item;
  }

  private void add(String statement, Object... values) {
    turtle.append(String.format(Locale.ROOT, statement, values)).append('\n');
  }

  private void item(int q) {
    // One item in four has no name in Azerbaijani.
    for (String language :
        q % 4 == 0 ? List.of("en", "fa", "ru") : List.of("az", "en", "fa", "ru")) {
      add("wd:Q%d rdfs:label \"%s\"@%s .", q, label(q, language), language);
    }
    add("wd:Q%d wikibase:sitelinks %d .", q, 1 + q % 250);
  }

  /** Born 1860 to 1889, dead 1921 to 1950 unless the number is a multiple of seven. */
  private void person(Binding row) {
    int q = number(row);
    add("wd:Q%d wdt:P31 wd:Q5 .", q);
    if (q % 2 == 1) {
      add("wd:Q%d skos:altLabel \"%s\"@en .", q, row.get("name").getLiteralLexicalForm());
    }
    // A multiple of five has only a year.
    date(q, "P569", "%d-03-04".formatted(1860 + q % 30), q % 5 == 0 ? 9 : 11, true);
    date(q, "P569", "1801-01-01", 9, false);
    if (q % 7 != 0) {
      date(q, "P570", "%d-08-09".formatted(1921 + q % 30), 11, true);
    }
    // A multiple of three held no office in our years that counts.
    office(q, 1, 1901, "\"1905-01-01T00:00:00Z\"^^xsd:dateTime", "NormalRank");
    office(
        q,
        2,
        1918,
        "\"1924-01-01T00:00:00Z\"^^xsd:dateTime",
        q % 3 == 0 ? "DeprecatedRank" : "NormalRank");
    if (q % 3 == 1) {
      // The end is not known: Wikidata writes such a value as a name without meaning.
      office(q, 3, 1921, "<http://www.wikidata.org/.well-known/genid/stand-in>", "PreferredRank");
    }
  }

  private void office(int q, int which, int from, String to, String rank) {
    String statement =
        "<http://www.wikidata.org/entity/statement/Q%d-stand-in-%d>".formatted(q, which);
    add("wd:Q%d p:P39 %s .", q, statement);
    add("%s ps:P39 wd:Q90000%d ; wikibase:rank wikibase:%s .", statement, which, rank);
    add("%s pq:P580 \"%d-01-01T00:00:00Z\"^^xsd:dateTime ; pq:P582 %s .", statement, from, to);
    if (which == 2) {
      add("wd:Q900002 rdfs:label \"%s\"@en .", label(900_002, "en"));
    }
  }

  /** A hundredth of a degree to the north-east; a multiple of eleven one degree to the south. */
  private void place(Binding row) {
    int q = number(row);
    double latitude = Double.parseDouble(row.get("lat").getLiteralLexicalForm());
    double longitude = Double.parseDouble(row.get("long").getLiteralLexicalForm());
    add(
        "wd:Q%d wdt:P625 \"Point(%.5f %.5f)\"^^geo:wktLiteral .",
        q, longitude + 0.01, q % 11 == 0 ? latitude - 1 : latitude + 0.01);
  }

  /** Of our dates, in order, the first is confirmed, the second contradicted, the third unknown. */
  private void dates() {
    Map<String, String> properties =
        new TreeMap<>(Map.of("from", "P571", "onDate", "P585", "signedOn", "P585", "to", "P576"));
    Map<String, String> days = new TreeMap<>();
    each(
        "SELECT ?item ?property ?first { ?claim rdf:subject ?thing ; rdf:predicate ?property ;"
            + " gilan:earliest ?first ; gilan:standing gilan:accepted ."
            + LINK,
        row -> {
          String property = properties.get(row.get("property").getURI().replaceFirst(".*#", ""));
          if (property != null) {
            days.put(number(row) + " " + property, row.get("first").getLiteralLexicalForm());
          }
        });
    int turn = 0;
    for (Map.Entry<String, String> day : days.entrySet()) {
      String[] words = day.getKey().split(" ");
      if (turn % 3 != 2) {
        String value = turn % 3 == 0 ? day.getValue() : "1899" + day.getValue().substring(4);
        date(Integer.parseInt(words[0]), words[1], value, 11, true);
      }
      turn++;
    }
  }

  private void date(int q, String property, String day, int precision, boolean isBest) {
    values++;
    String statement =
        "<http://www.wikidata.org/entity/statement/Q%d-stand-in-v%d>".formatted(q, values);
    String value = "<http://www.wikidata.org/value/stand-in-%d>".formatted(values);
    String time =
        "\"%sT00:00:00Z\"^^xsd:dateTime"
            .formatted(precision == 9 ? day.substring(0, 4) + "-01-01" : day);
    add("wd:Q%d p:%s %s .", q, property, statement);
    add("%s ps:%s %s ; psv:%s %s .", statement, property, time, property, value);
    add("%s wikibase:rank wikibase:%s .", statement, isBest ? "NormalRank" : "DeprecatedRank");
    if (isBest) {
      add("%s a wikibase:BestRank .", statement);
      add("wd:Q%d wdt:%s %s .", q, property, time);
    }
    add("%s wikibase:timeValue %s ; wikibase:timePrecision %d .", value, time, precision);
  }
}
