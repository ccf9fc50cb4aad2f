// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.gilan.graph.Once;
import org.gilan.graph.Wording;
import org.gilan.query.Work;
import org.gilan.vocab.Gilan;

/**
 * Matches names of a table to things of the graph, after the W3C community group's Reconciliation
 * Service API 0.2, which OpenRefine speaks. What is asked and answered is JSON. Safe for use by
 * many threads.
 */
public final class Reconciliation {
  /** The most queries of a batch, and candidates of a query. */
  public static final int BATCH = 100;

  private static final int CELLS = 1000;

  private static final int MOST = 10;
  private static final double SURE = 95;
  private static final double WEIGHT_OF_PROPERTIES = 0.3;

  private final DatasetGraph dataset;
  private final Graph graph;
  private final Once<Names> names;
  private final Runnable step;

  /**
   * Reads nothing yet.
   *
   * @param site whose things are matched
   * @param names the names of its things
   */
  Reconciliation(Site site, Once<Names> names) {
    this(site.graph().dataset(), names, () -> {});
  }

  private Reconciliation(DatasetGraph dataset, Once<Names> names, Runnable step) {
    this.dataset = dataset;
    this.graph = dataset.getDefaultGraph();
    this.names = names;
    this.step = step;
  }

  /**
   * {@return the same, for one request}
   *
   * @param work its share; at its end what is asked ends
   */
  public Reconciliation within(Work work) {
    return new Reconciliation(work.watch(dataset), names, work::step);
  }

  /**
   * {@return what the service can do and where}
   *
   * @param host this server as the client names it
   */
  public String manifest(String host) {
    return read(() -> new Manifest(host).with(graph).toString());
  }

  /**
   * {@return the candidates for each query of a batch}
   *
   * @param queries a JSON object of queries by name
   * @throws IllegalArgumentException when it is not, or has too many
   */
  public String match(String queries) {
    JsonObject batch = ReconciliationQuery.parse(queries);
    if (batch.keys().size() > BATCH) {
      throw new IllegalArgumentException("a batch has at most " + BATCH + " queries");
    }
    return read(
        () -> {
          JsonObject answer = new JsonObject();
          batch
              .keys()
              .forEach(
                  key ->
                      answer.put(
                          key,
                          object("result", candidates(new ReconciliationQuery(batch.get(key))))));
          return answer.toString();
        });
  }

  /**
   * {@return the values of some properties of some things}
   *
   * @param request a JSON object with ids and properties
   * @throws IllegalArgumentException when it is not, or asks for too much
   */
  public String extend(String request) {
    JsonObject asked = ReconciliationQuery.parse(request);
    if (!asked.hasKey("ids") || !asked.hasKey("properties")) {
      throw new IllegalArgumentException("ids and properties are needed");
    }
    long cells =
        (long) asked.get("ids").getAsArray().size() * asked.get("properties").getAsArray().size();
    if (cells > CELLS) {
      throw new IllegalArgumentException("at most " + CELLS + " cells are filled at once");
    }
    return read(() -> new Extension(graph).of(asked.get("ids"), asked.get("properties")));
  }

  /**
   * {@return what begins so: things, classes or properties; empty when the kind is none of them}
   *
   * @param kind entity, type or property
   * @param prefix the beginning of a name
   */
  public Optional<String> suggest(String kind, String prefix) {
    return switch (kind) {
      case "entity" -> Optional.of(read(() -> object("result", entities(prefix)).toString()));
      case "type" ->
          Optional.of(read(() -> object("result", terms(prefix, OWL2.Class)).toString()));
      case "property" ->
          Optional.of(
              read(
                  () ->
                      object("result", terms(prefix, OWL2.ObjectProperty, OWL2.DatatypeProperty))
                          .toString()));
      default -> Optional.empty();
    };
  }

  /**
   * {@return the properties that things of a class have, the commonest first}
   *
   * @param type the local name of a class
   * @param limit at most how many; anything but a number for all
   */
  public String properties(String type, String limit) {
    int most = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : Integer.MAX_VALUE;
    return read(
        () -> {
          JsonObject answer = object("type", type);
          answer.put("properties", new Extension(graph).proposed(Gilan.term(type), most));
          return answer.toString();
        });
  }

  /**
   * {@return a small page about a thing; empty when there is none}
   *
   * @param id the last part of its IRI
   */
  public Optional<String> preview(String id) {
    return dataset.calculateRead(
        () -> gazetteer().find(id).map(entry -> Templates.render("preview", preview(entry))));
  }

  /** A thing in a small frame: what it is, and every name of it. */
  record Preview(Term name, String summary, List<String> names) {}

  private Preview preview(Names.Entry entry) {
    LinkedWording wording = new LinkedWording(graph, graph.getPrefixMapping());
    List<String> called =
        Stream.of(RDFS.label.asNode(), Vocabulary.ALT_LABEL, Gilan.spelling)
            .flatMap(property -> wording.literals(entry.node(), property).stream())
            .map(Node::getLiteralLexicalForm)
            .distinct()
            .toList();
    return new Preview(entry.name(), entry.summary(), called);
  }

  private JsonArray candidates(ReconciliationQuery query) {
    step.run();
    String type = query.type();
    Agreement agreement = new Agreement(new Extension(graph), query.properties(), step);
    List<NameIndex.Match> found =
        gazetteer().match(query.name()).stream()
            .filter(match -> type.isEmpty() || match.entry().kinds().contains(Gilan.term(type)))
            .map(match -> weighed(match, agreement))
            .sorted(Comparator.comparingDouble(NameIndex.Match::score).reversed())
            .toList();
    int limit = Math.min(BATCH, query.limit(MOST));
    JsonArray result = new JsonArray();
    for (int i = 0; i < Math.min(limit, found.size()); i++) {
      boolean alone = found.size() == 1 || found.get(1).score() < found.get(0).score();
      result.add(candidate(found.get(i), i == 0 && alone && found.get(0).score() >= SURE));
    }
    return result;
  }

  private static NameIndex.Match weighed(NameIndex.Match match, Agreement agreement) {
    if (agreement.isNone()) {
      return match;
    }
    double share = agreement.with(match.entry().node());
    double kept = 1 - WEIGHT_OF_PROPERTIES + WEIGHT_OF_PROPERTIES * share;
    return new NameIndex.Match(match.entry(), match.score() * kept);
  }

  private JsonObject candidate(NameIndex.Match match, boolean sure) {
    JsonObject candidate = entity(match.entry());
    candidate.put("score", JsonNumber.value(Math.round(match.score() * 10) / 10.0));
    candidate.put("match", sure);
    JsonArray types = new JsonArray();
    new Facts(graph, new LinkedWording(graph, graph.getPrefixMapping()))
        .types(match.entry().node()).stream()
            .filter(type -> type.href() != null && type.href().startsWith("/ontology#"))
            .forEach(
                type -> {
                  JsonObject named = object("id", Addresses.fragment(type.href()));
                  named.put("name", type.text());
                  types.add(named);
                });
    candidate.put("type", types);
    return candidate;
  }

  private static JsonObject entity(Names.Entry entry) {
    JsonObject entity = object("id", Gazetteer.id(entry));
    entity.put("name", entry.name().text());
    entity.put("description", entry.summary());
    return entity;
  }

  private JsonArray entities(String prefix) {
    JsonArray found = new JsonArray();
    gazetteer().match(prefix).stream()
        .limit(MOST)
        .forEach(match -> found.add(entity(match.entry())));
    return found;
  }

  private JsonArray terms(String prefix, org.apache.jena.rdf.model.Resource... kinds) {
    String folded = Latin.of(prefix);
    List<JsonObject> found = new ArrayList<>();
    for (org.apache.jena.rdf.model.Resource kind : kinds) {
      G.listPO(graph, RDF.type.asNode(), kind.asNode()).stream()
          .filter(term -> term.isURI() && term.getURI().startsWith(Gilan.NS))
          .map(this::reference)
          .filter(term -> Latin.of(term.getString("name")).startsWith(folded))
          .forEach(found::add);
    }
    JsonArray result = new JsonArray();
    found.stream()
        .sorted(Comparator.comparing(term -> term.getString("name")))
        .limit(MOST)
        .forEach(result::add);
    return result;
  }

  private JsonObject reference(Node term) {
    JsonObject reference = object("id", Addresses.fragment(term.getURI()));
    reference.put("name", new Wording(graph, graph).name(term));
    return reference;
  }

  private <T> T read(Supplier<T> reading) {
    return dataset.calculateRead(reading::get);
  }

  private Gazetteer gazetteer() {
    return new Gazetteer(names.get(step));
  }

  private static JsonObject object(String key, String value) {
    JsonObject object = new JsonObject();
    object.put(key, value);
    return object;
  }

  private static JsonObject object(String key, JsonValue value) {
    JsonObject object = new JsonObject();
    object.put(key, value);
    return object;
  }
}
