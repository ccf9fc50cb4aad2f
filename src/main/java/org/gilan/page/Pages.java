// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.catalogue.Executable;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * Every page of the site, as HTML or as a graph. Safe for use by many threads; each call reads the
 * dataset in a transaction of its own.
 */
public final class Pages {
  private static final String ONTOLOGY = Gilan.BASE + "ontology";

  private final Site site;
  private final DatasetGraph dataset;
  private final Graph graph;
  private final PrefixMapping prefixes;
  private volatile Fragments fragments;
  private volatile Names names;

  /**
   * Reads nothing yet.
   *
   * @param site what the pages show
   */
  public Pages(Site site) {
    this.site = site;
    this.dataset = site.graph().dataset();
    this.graph = dataset.getDefaultGraph();
    this.prefixes = graph.getPrefixMapping();
  }

  /** {@return the first page} */
  public String home() {
    return dataset.calculateRead(
        () -> Templates.render("home", HomePage.of(site, names(), wording())));
  }

  /**
   * {@return the page of things with these words in a name}
   *
   * @param words parts of a name, in any spelling or language; empty for all
   * @param kind the local name of a class of the ontology; empty for any
   */
  public String find(String words, String kind) {
    return dataset.calculateRead(
        () -> Templates.render("find", FindPage.of(names(), wording(), words, kind)));
  }

  /**
   * {@return the page that describes an IRI; empty when the graph does not know it}
   *
   * @param iri of a thing, or of a passage in any document that the graph knows
   */
  public Optional<String> html(String iri) {
    return dataset.calculateRead(
        () -> isKnown(iri) ? Optional.of(render(NodeFactory.createURI(iri))) : Optional.empty());
  }

  /**
   * {@return what the graph says about an IRI; empty when the graph does not know it}
   *
   * @param iri of a thing, or of a passage in any document that the graph knows
   */
  public Optional<Graph> rdf(String iri) {
    return dataset.calculateRead(
        () -> isKnown(iri) ? Optional.of(describe(iri, described(iri))) : Optional.empty());
  }

  private Graph describe(String iri, List<Node> nodes) {
    return iri.equals(ONTOLOGY)
        ? Description.ofOntology(graph, prefixes, nodes)
        : Description.of(graph, prefixes, nodes);
  }

  /**
   * {@return the query of a question; empty when the graph does not know it}
   *
   * @param iri of a question of the catalogue
   */
  public Optional<String> sparql(String iri) {
    return dataset.calculateRead(
        () -> Executable.of(graph, NodeFactory.createURI(iri)).map(Executable::sparql));
  }

  /**
   * {@return a page that says why there is nothing better to show}
   *
   * @param title the problem in a few words
   * @param detail what to do about it
   */
  public static String problem(String title, String detail) {
    return Templates.render("problem", Map.of("title", title, "detail", detail));
  }

  private String render(Node node) {
    String iri = node.getURI();
    if (iri.equals(ONTOLOGY)) {
      return Templates.render(
          "ontology", OntologyPage.of(site, names(), wording(), node, fragments().of(ONTOLOGY)));
    }
    if (iri.startsWith(Gilan.DOCUMENT)) {
      return Passage.parse(iri)
          .map(passage -> Templates.render("passage", PassagePage.of(passage, site, wording())))
          .orElseGet(
              () ->
                  Templates.render(
                      "document", DocumentPage.of(site, wording(), node, fragments().of(iri))));
    }
    if (iri.startsWith(Gilan.GRAPH)) {
      return Templates.render("graph", GraphPage.of(site, wording(), node));
    }
    Optional<Executable> question = Executable.of(graph, node);
    if (question.isPresent()) {
      return Templates.render("question", QuestionPage.of(question.get()));
    }
    return new Claims(graph)
        .read(node)
        .map(claim -> Templates.render("claim", ClaimPage.of(site, wording(), claim)))
        .orElseGet(() -> Templates.render("entity", EntityPage.of(site, wording(), node)));
  }

  /** A thing with a page of its own stands for the parts that its fragments name. */
  private List<Node> described(String iri) {
    List<Node> nodes = new ArrayList<>(List.of(NodeFactory.createURI(iri)));
    nodes.addAll(fragments().of(iri));
    return nodes;
  }

  private boolean isKnown(String iri) {
    Node node = NodeFactory.createURI(iri);
    return graph.contains(node, Node.ANY, Node.ANY)
        || graph.contains(Node.ANY, Node.ANY, node)
        || (iri.startsWith(Gilan.GRAPH) && dataset.containsGraph(node))
        || Passage.parse(iri)
            .map(p -> graph.contains(NodeFactory.createURI(p.document()), Node.ANY, Node.ANY))
            .orElse(false);
  }

  private LinkedWording wording() {
    return new LinkedWording(graph, prefixes);
  }

  private Names names() {
    Names known = names;
    if (known == null) {
      known = new Names(site);
      names = known;
    }
    return known;
  }

  private Fragments fragments() {
    Fragments known = fragments;
    if (known == null) {
      known = new Fragments(graph);
      fragments = known;
    }
    return known;
  }
}
