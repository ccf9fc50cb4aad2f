// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.gilan.graph.Wording;
import org.gilan.query.QueryLimits;
import org.gilan.vocab.Gilan;

/**
 * Columns for a table of things: the values of our properties, and Wikidata's identifier as {@code
 * exactMatch}. Part of the Reconciliation Service API.
 */
final class Extension {
  private static final int MOST_PROPERTIES = 60;

  /** The API knows no days, only moments. */
  private static final String MIDNIGHT = "T00:00:00Z";

  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final String EXACT_MATCH = "exactMatch";
  private static final Node MATCH =
      NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#" + EXACT_MATCH);

  private final Graph graph;
  private final Wording wording;

  Extension(Graph graph) {
    this.graph = graph;
    this.wording = new Wording(graph, graph);
  }

  /** {@return the table} */
  String of(JsonValue ids, JsonValue properties) {
    JsonArray meta = new JsonArray();
    JsonObject rows = new JsonObject();
    for (JsonValue property : properties.getAsArray()) {
      meta.add(reference(id(property)));
    }
    for (JsonValue id : ids.getAsArray()) {
      JsonObject row = new JsonObject();
      Node thing = NodeFactory.createURI(Gilan.ID + id.getAsString().value());
      for (JsonValue property : properties.getAsArray()) {
        JsonArray cells = new JsonArray();
        values(thing, id(property)).forEach(value -> cells.add(cell(value)));
        row.put(id(property), cells);
      }
      rows.put(id.getAsString().value(), row);
    }
    JsonObject answer = new JsonObject();
    answer.put("meta", meta);
    answer.put("rows", rows);
    return answer.toString();
  }

  /** {@return the properties of the things of a class, the commonest first, at most so many} */
  JsonArray proposed(Node type, int most) {
    Map<Node, Integer> counts = new TreeMap<>(Comparator.comparing(Node::getURI));
    for (Node thing : G.listPO(graph, RDF.type.asNode(), type)) {
      graph
          .find(thing, Node.ANY, Node.ANY)
          .mapWith(Triple::getPredicate)
          .filterKeep(p -> p.getURI().startsWith(Gilan.NS) || p.equals(MATCH))
          .toSet()
          .forEach(property -> counts.merge(property, 1, Integer::sum));
    }
    JsonArray proposed = new JsonArray();
    counts.entrySet().stream()
        .sorted(Map.Entry.<Node, Integer>comparingByValue().reversed())
        .limit(Math.min(most, MOST_PROPERTIES))
        .forEach(entry -> proposed.add(reference(local(entry.getKey()))));
    return proposed;
  }

  /** {@return what the thing has of a property} */
  List<Node> values(Node thing, String property) {
    Node node = property.equals(EXACT_MATCH) ? MATCH : Gilan.term(property);
    return G.listSP(graph, thing, node).stream()
        .sorted(Comparator.comparing(Node::toString))
        .toList();
  }

  /** {@return the name that a value is shown by} */
  String name(Node value) {
    return wording.name(value);
  }

  private JsonObject cell(Node value) {
    JsonObject cell = new JsonObject();
    if (value.isURI() && value.getURI().startsWith(Gilan.ID)) {
      cell.put("id", value.getURI().substring(Gilan.ID.length()));
      cell.put("name", wording.name(value));
    } else if (value.isURI()) {
      String iri = value.getURI();
      cell.put("str", iri.startsWith(WIKIDATA) ? iri.substring(WIKIDATA.length()) : iri);
    } else if (XSDDatatype.XSDdate.equals(value.getLiteralDatatype())) {
      cell.put("date", value.getLiteralLexicalForm() + MIDNIGHT);
    } else if (value.getLiteralValue() instanceof Number number) {
      cell.put("float", JsonNumber.value(number.doubleValue()));
    } else {
      cell.put("str", value.getLiteralLexicalForm());
    }
    return cell;
  }

  private JsonObject reference(String property) {
    JsonObject reference = new JsonObject();
    reference.put("id", property);
    reference.put(
        "name", property.equals(EXACT_MATCH) ? "Wikidata" : wording.name(Gilan.term(property)));
    return reference;
  }

  private static String local(Node property) {
    return property.equals(MATCH) ? EXACT_MATCH : Addresses.fragment(property.getURI());
  }

  private static String id(JsonValue property) {
    String id = property.getAsObject().getString("id");
    if (id.length() > QueryLimits.LETTERS) { // each row has it again
      throw new IllegalArgumentException(
          "the id of a property has at most " + QueryLimits.LETTERS + " letters");
    }
    return id;
  }
}
