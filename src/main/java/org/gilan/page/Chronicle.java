// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.gilan.vocab.Gilan;

/** Every event, decision and letter of the graph, read once; ordered by name. */
final class Chronicle {
  private static final Node PLACE = Gilan.term("Place");
  private static final Node ACTOR = Gilan.term("Actor");
  private static final List<Node> SENT =
      List.of(
          Gilan.term("Letter"),
          Gilan.term("Telegram"),
          Gilan.term("DiplomaticNote"),
          Gilan.term("Report"));

  /** More than a page can show; a graph on disk may have more. */
  private static final int MOST = 20_000;

  private final Graph graph;
  private final LinkedWording wording;
  private final Facts facts;
  private final List<Thing> things = new ArrayList<>();

  Chronicle(Site site) {
    this.graph = site.graph().dataset().getDefaultGraph();
    this.wording = new LinkedWording(graph, graph.getPrefixMapping());
    this.facts = new Facts(site.graph().dataset().getDefaultGraph(), wording);
    for (Layer layer : Layer.values()) {
      for (Node node : G.listPO(graph, RDF.type.asNode(), layer.type())) {
        if (things.size() < MOST && (layer != Layer.LETTERS || isSent(graph, node))) {
          things.add(thing(layer, node));
        }
      }
    }
    things.sort(Comparator.comparing((Thing t) -> t.name().text()).thenComparing(Thing::key));
  }

  /** {@return all of them} */
  List<Thing> things() {
    return things;
  }

  /** {@return whether a record went from one to another, by its kind or by what is known of it} */
  static boolean isSent(Graph graph, Node record) {
    return SENT.stream().anyMatch(kind -> graph.contains(record, RDF.type.asNode(), kind))
        || graph.contains(record, Gilan.term("sender"), Node.ANY)
        || graph.contains(record, Gilan.term("recipient"), Node.ANY);
  }

  private Thing thing(Layer layer, Node node) {
    return new Thing(
        layer,
        wording.term(node),
        facts.types(node).stream()
            .filter(type -> type.href() != null && type.href().startsWith("/ontology"))
            .map(Term::text)
            .collect(Collectors.joining(", ")),
        linked(node, layer.actors(), ACTOR),
        linked(node, layer.places(), PLACE),
        documents(node),
        When.of(graph, wording, node));
  }

  private List<Term> linked(Node node, List<Node> properties, Node type) {
    Set<Term> found = new TreeSet<>(Comparator.comparing(Term::text));
    for (Node property : properties) {
      for (Node object : G.listSP(graph, node, property)) {
        if (graph.contains(object, RDF.type.asNode(), type)) {
          found.add(wording.term(object));
        }
      }
    }
    return List.copyOf(found);
  }

  /** A document by the name under which its sections and notes go. */
  private Term source(Node document) {
    return new Term(wording.shortName(document), wording.term(document).href(), null, null);
  }

  private List<Term> documents(Node node) {
    Set<Term> found = new TreeSet<>(Comparator.comparing(Term::text));
    graph
        .find(Node.ANY, Claims.SUBJECT, node)
        .mapWith(Triple::getSubject)
        .toList()
        .forEach(
            claim ->
                G.listSP(graph, claim, Gilan.inDocument).stream()
                    .map(this::source)
                    .forEach(found::add));
    return List.copyOf(found);
  }
}
