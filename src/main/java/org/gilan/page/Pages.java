// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.gilan.catalogue.Executable;
import org.gilan.document.Passage;
import org.gilan.format.ResultFormat;
import org.gilan.graph.Once;
import org.gilan.graph.Passages;
import org.gilan.query.Answer;
import org.gilan.query.NameSearch;
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
  private final Places places;
  private final Once<Fragments> fragments;
  private final Readings readings;
  private final Once<Names> names;
  private final Questions questions;

  /**
   * Reads nothing yet.
   *
   * @param site what the pages show
   */
  public Pages(Site site) {
    this(site, new Answer(site.graph()));
  }

  /**
   * Reads nothing yet.
   *
   * @param site what the pages show
   * @param answer answers the questions of the catalogue
   */
  public Pages(Site site, Answer answer) {
    this.site = site;
    this.dataset = site.graph().dataset();
    this.graph = dataset.getDefaultGraph();
    this.prefixes = graph.getPrefixMapping();
    this.questions = new Questions(site, answer);
    this.places = new Places(graph);
    this.fragments = new Once<>(() -> new Fragments(graph));
    this.readings = new Readings(site, fragments);
    this.names = Names.once(site);
  }

  /** Reads what every page needs, so that the first reader need not wait for it. */
  public void warm() {
    dataset.executeRead(
        () -> {
          names.get();
          fragments.get();
          names.get().match("Gilan"); // else the first who searches waits for the index
        });
  }

  /** {@return the matching of names from elsewhere, by the list of names that the search has} */
  public Reconciliation reconciliation() {
    return new Reconciliation(site, names);
  }

  /** {@return the search of names, for queries} */
  public NameSearch search() {
    return Search.of(dataset, names);
  }

  /** {@return the first page} */
  public String home() {
    return dataset.calculateRead(
        () -> Relative.from("/", Templates.render("home", HomePage.of(site, names.get()))));
  }

  /** {@return the addresses of the lists, each with a page that {@link #list} gives} */
  public static String[] lists() {
    return new String[] {
      "/find", "/things", "/disputes", "/sources", "/questions", "/cite", "/suggest"
    };
  }

  /**
   * {@return a list; empty for one that there is not, or of a kind that there is not}
   *
   * @param path one of {@link #lists}
   * @param parameter gives the value of a parameter of the address; empty for one not given
   */
  public Optional<String> list(String path, UnaryOperator<String> parameter) {
    return dataset.calculateRead(
        () -> listed(path, parameter).map(page -> Relative.from(path, page)));
  }

  private Optional<String> listed(String path, UnaryOperator<String> parameter) {
    return switch (path) {
      case "/find" ->
          FindPage.of(graph, names.get(), wording(), parameter)
              .map(page -> Templates.render("find", page));
      case "/things" -> Optional.of(Templates.render("things", Lists.things(names.get())));
      case "/disputes" ->
          Optional.of(Templates.render("disputes", DisputesPage.of(site, wording(), parameter)));
      case "/sources" ->
          Optional.of(Templates.render("sources", Lists.sources(site, names.get(), wording())));
      case "/cite" ->
          Optional.of(
              Templates.render("cite", CitePage.of(site, wording(), parameter.apply("of"))));
      case "/questions" -> Optional.of(Templates.render("questions", Lists.questions(site)));
      default -> Optional.empty();
    };
  }

  /**
   * {@return the first things whose names answer to these words, as JSON}
   *
   * @param words as typed so far
   */
  public String suggest(String words) {
    return dataset.calculateRead(() -> Suggestions.of(names.get(), words));
  }

  /**
   * {@return the page that describes an IRI; empty when the graph does not know it}
   *
   * @param iri of a thing, or of a passage in any document that the graph knows
   */
  public Optional<String> html(String iri) {
    return html(iri, name -> "");
  }

  /**
   * {@return the page that describes an IRI, or a part of it; empty when the graph does not know
   * it}
   *
   * @param iri of a thing, or of a passage in any document that the graph knows
   * @param parameter gives the value of a parameter of the address; empty for one not given: {@code
   *     part} of a document, {@code list} of a thing with its {@code page}
   */
  public Optional<String> html(String iri, UnaryOperator<String> parameter) {
    return dataset
        .calculateRead(
            () ->
                isKnown(iri)
                    ? render(NodeFactory.createURI(iri), parameter)
                    : Optional.<String>empty())
        .map(page -> Relative.from(Addresses.path(iri).orElse("/"), page));
  }

  /**
   * {@return how to cite what stands at an IRI; empty when the graph does not know it}
   *
   * @param iri of a thing, or of a passage in any document that the graph knows
   * @param format one of {@link ResultFormat#OF_REFERENCES}
   */
  public Optional<String> reference(String iri, ResultFormat format) {
    return dataset.calculateRead(
        () ->
            isKnown(iri)
                ? Optional.of(
                    new References(site, wording()).of(NodeFactory.createURI(iri)).in(format))
                : Optional.empty());
  }

  /**
   * {@return how to cite the graph, or a page that shows more than one thing of it}
   *
   * @param of the page's address, without the slash that it begins with; anything else for the
   *     graph
   * @param format one of {@link ResultFormat#OF_REFERENCES}
   */
  public String referenceOf(String of, ResultFormat format) {
    return dataset.calculateRead(() -> CitePage.reference(site, wording(), of).in(format));
  }

  /**
   * {@return what the graph says about an IRI; empty when the graph does not know it}
   *
   * @param iri of a thing, or of a passage in any document that the graph knows
   */
  public Optional<Graph> rdf(String iri) {
    return dataset.calculateRead(
        () ->
            isKnown(iri)
                ? Optional.of(describe(iri, fragments.get().with(iri)))
                : Optional.empty());
  }

  private Graph describe(String iri, List<Node> nodes) {
    Graph described =
        iri.equals(ONTOLOGY)
            ? Description.ofOntology(graph, prefixes, nodes)
            : Description.of(graph, prefixes, nodes);
    Passage.parse(iri).ifPresent(passage -> Passages.describe(passage, described));
    return described;
  }

  /**
   * {@return the query of a question as the reader chose; empty when the graph does not know it}
   *
   * @param iri of a question of the catalogue
   * @param parameter gives the value of a parameter of the address; empty for one not given
   */
  public Optional<String> sparql(String iri, UnaryOperator<String> parameter) {
    return dataset.calculateRead(
        () ->
            Executable.of(graph, NodeFactory.createURI(iri))
                .map(question -> questions.sparql(wording(), question, Asked.of(parameter))));
  }

  private Optional<String> render(Node node, UnaryOperator<String> parameter) {
    String iri = node.getURI();
    String part = parameter.apply("part");
    Asked asked = Asked.of(parameter);
    String list = asked.one("list");
    if (iri.startsWith(Gilan.DOCUMENT) && !part.isEmpty() && Passage.parse(iri).isEmpty()) {
      ReadingPage reading =
          ReadingPage.of(site, wording(), node, readings.of(iri), Paging.asked(part));
      return Optional.of(Templates.render("reading", reading));
    }
    if (list.equals("mentions")) {
      return Optional.of(
          Templates.render("mentions", EntityPage.Mentions.of(site, wording(), node, asked)));
    }
    return list.isEmpty()
        ? Optional.of(render(node, asked))
        : EntityPage.Part.of(site, wording(), node, asked)
            .map(shown -> Templates.render("part", shown));
  }

  private String render(Node node, Asked asked) {
    String iri = node.getURI();
    if (iri.equals(ONTOLOGY)) {
      return Templates.render(
          "ontology",
          OntologyPage.of(site, names.get(), wording(), node, fragments.get().of(ONTOLOGY)));
    }
    if (iri.startsWith(Gilan.DOCUMENT)) {
      return document(node);
    }
    if (iri.startsWith(Gilan.GRAPH)) {
      return Templates.render("graph", GraphPage.of(site, wording(), node));
    }
    if (graph.contains(node, RDF.type.asNode(), Gilan.Dispute)) {
      return Templates.render("dispute", DisputePage.of(site, wording(), node));
    }
    Optional<Executable> question = Executable.of(graph, node);
    if (question.isPresent()) {
      return questions.html(wording(), question.get(), asked);
    }
    return new Claims(graph)
        .read(node)
        .map(claim -> Templates.render("claim", ClaimPage.of(site, wording(), claim)))
        .orElseGet(() -> Templates.render("entity", EntityPage.of(site, wording(), node)));
  }

  private String document(Node node) {
    String iri = node.getURI();
    return Passage.parse(iri)
        .map(passage -> PassagePage.of(passage, site, wording(), readings.of(passage.document())))
        .map(page -> Templates.render("passage", page))
        .orElseGet(
            () ->
                Templates.render(
                    "document", DocumentPage.of(site, wording(), node, readings.of(iri))));
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
    return new LinkedWording(graph, prefixes, places);
  }
}
