// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL 1.1 section 15.1: there is an order for whatever stands in a column. */
class OrderTest {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  /** One of each kind, and those that Jena or Java might mistake for each other. */
  private static final List<String> IN_ORDER =
      List.of(
          "_:b",
          "<x:a>",
          "<x:b>",
          "''",
          "'a'",
          "'b'",
          "'b'@en",
          "'a'@en-gb",
          "'a'@fa",
          "'a'@fa--ltr",
          "'a'@fa--rtl",
          "'b'@fa",
          "'-INF'^^xsd:double",
          "-1",
          "'-0'^^xsd:double",
          "'0'^^xsd:double",
          "0",
          "0.1",
          "9007199254740991",
          "9.007199254740992e15",
          "9007199254740993",
          "1e300",
          "'INF'^^xsd:float",
          "'NaN'^^xsd:double",
          "false",
          "true",
          "'---02'^^xsd:gDay",
          "'--02'^^xsd:gMonth",
          "'--02-29'^^xsd:gMonthDay",
          "'2020-01-01T00:00:00+14:00'^^xsd:dateTime",
          "'2019-12-31T12:00:00Z'^^xsd:dateTime",
          "'2020'^^xsd:gYear",
          "'2020-01-01T00:00:00'^^xsd:dateTime",
          "'2020-01-01T00:00:00.5'^^xsd:dateTime",
          "'2020-01-01T23:00:00+14:00'^^xsd:dateTime",
          "'2020-01-01T12:00:00'^^xsd:dateTime",
          "'2020-01-01T12:00:00.25Z'^^xsd:dateTimeStamp",
          "'2020-02'^^xsd:gYearMonth",
          "'-0001-01-01'^^xsd:date",
          "'1920-06-05'^^xsd:date",
          "'1920-06-05-05:00'^^xsd:date",
          "'1920-06-06'^^xsd:date",
          "'12:00:00'^^xsd:time",
          "'12:00:00-01:00'^^xsd:time",
          "'-P1Y'^^xsd:duration",
          "'PT59S'^^xsd:duration",
          "'PT1M'^^xsd:dayTimeDuration",
          "'P1M'^^xsd:yearMonthDuration",
          "'P31D'^^xsd:duration",
          "'P1Y'^^xsd:duration",
          "<<( <x:s> <x:p> 'a'@fa--ltr )>>",
          "<<( <x:s> <x:p> 9 )>>",
          "<<( <x:s> <x:p> 10 )>>",
          "'1'^^<x:type>",
          "'PT99999999999S'^^xsd:duration",
          "'x'^^xsd:integer");

  private static Node node(String term) {
    return SSE.parseNode(term.replaceAll("xsd:(\\w+)", "<" + XSD + "$1>"));
  }

  private static List<String> column(RowSet rows) {
    return rows.stream()
        .map(row -> row.get("x") == null ? "" : NodeFmtLib.strTTL(row.get("x")))
        .toList();
  }

  private static List<String> ordered(String values, String order) {
    return column(Rows.asked("SELECT ?x { VALUES ?x { " + values + " } } " + order));
  }

  @Test
  void isThatOfKindsThenOfValues() {
    List<SortKey> keys =
        IN_ORDER.stream().map(term -> SortKey.of(NodeValue.makeNode(node(term)))).toList();
    for (int i = 0; i < keys.size(); i++) {
      for (int j = 0; j < keys.size(); j++) {
        assertThat(Integer.signum(keys.get(i).compareTo(keys.get(j))))
            .as(IN_ORDER.get(i) + " before " + IN_ORDER.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
      assertThat(keys.get(i)).isGreaterThan(SortKey.of(null));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ORDER BY ?x | \"a\"@fa \"a\"@fa--ltr \"a\"@fa--rtl \"b\"@fa",
        "ORDER BY DESC(?x) | \"b\"@fa \"a\"@fa--rtl \"a\"@fa--ltr \"a\"@fa",
        "ORDER BY DESC(?x) LIMIT 2 | \"b\"@fa \"a\"@fa--rtl",
        "ORDER BY STR(?x) DESC(LANGDIR(?x)) | \"a\"@fa--rtl \"a\"@fa--ltr \"a\"@fa \"b\"@fa",
        "ORDER BY (1) | \"a\"@fa \"a\"@fa--ltr \"a\"@fa--rtl \"b\"@fa",
      })
  void isThereForTextsThatDifferInTheirDirectionAlone(String order, String expected) {
    String values = "'a'@fa--rtl 'a'@fa 'b'@fa 'a'@fa--ltr";
    assertThat(String.join(" ", ordered(values, order))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"sv, a z å", "de, a å z"})
  void isThatOfALanguageThatIsAskedFor(String language, String expected) {
    String order =
        "ORDER BY <http://jena.apache.org/ARQ/function#collation>('" + language + "', ?x)";
    assertThat(ordered("'z' 'a' 'å'", order))
        .isEqualTo(Stream.of(expected.split(" ")).map(text -> '"' + text + '"').toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MIN(?x) | 'a'@fa",
        "MAX(?x) | 'a'@fa--rtl",
        "MIN(DISTINCT ?x) | 'a'@fa",
        "MAX(DISTINCT <<( <x:s> <x:p> ?x )>>) | <<( <x:s> <x:p> 'a'@fa--rtl )>>",
      })
  void givesTheLeastAndTheMost(String aggregate, String expected) {
    RowSet rows =
        Rows.asked(
            "SELECT (" + aggregate + " AS ?m) { VALUES ?x { 'a'@fa--ltr 'a'@fa--rtl 'a'@fa } }");
    assertThat(rows.next().get("m")).isEqualTo(node(expected));
  }

  /** Java's sorting looks for circles from some thirty values on, and throws. */
  @ParameterizedTest
  @ValueSource(strings = {"", " LIMIT 400"})
  void hasNoCirclesAmongTimesWithAndWithoutAZone(String limit) {
    Random random = new Random(5);
    String[] zones = {"", "Z", "+14:00", "-14:00", "+05:00", "-07:00"};
    for (int i = 0; i < 20; i++) {
      String times =
          Stream.generate(
                  () ->
                      "'2020-01-0%dT%02d:00:00%s'^^xsd:dateTime"
                          .formatted(
                              1 + random.nextInt(2),
                              random.nextInt(24),
                              zones[random.nextInt(zones.length)]))
              .limit(1000)
              .collect(Collectors.joining(" "));
      assertThat(ordered(times, "ORDER BY ?x" + limit)).hasSize(limit.isEmpty() ? 1000 : 400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RAND()", "UUID()", "STRUUID()", "DESC(RAND())"})
  void mayBeByChance(String condition) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      numbers.add(String.valueOf(i));
    }
    List<String> ordered = ordered(String.join(" ", numbers), "ORDER BY " + condition);
    assertThat(ordered).isNotEqualTo(numbers).containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(ordered(String.join(" ", numbers), "ORDER BY " + condition + " LIMIT 9"))
        .hasSize(9)
        .isSubsetOf(numbers);
  }

  /** Pages of one answer fit together, whatever their order leaves open. */
  @Test
  void isTheSameHoweverMuchOfItIsAskedFor() {
    List<String> values = new ArrayList<>(IN_ORDER.subList(1, IN_ORDER.size()));
    Collections.shuffle(values, new Random(1));
    String all = String.join(" ", values);
    List<String> whole = ordered(all, "ORDER BY ISIRI(?x)");
    Collections.shuffle(values, new Random(2));
    String shuffled = String.join(" ", values);
    List<String> pages = new ArrayList<>();
    for (int i = 0; i < values.size(); i += 7) {
      pages.addAll(ordered(shuffled, "ORDER BY ISIRI(?x) LIMIT 7 OFFSET " + i));
    }
    assertThat(pages).isEqualTo(whole);
  }

  @Test
  void putsWhatHasNoValueFirst() {
    assertThat(ordered("1 UNDEF 'a' 0", "ORDER BY (1 / ?x) ?x"))
        .containsExactly("", "\"a\"", "0", "1");
  }
}
