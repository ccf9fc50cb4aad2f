// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.vocab.Gilan;

/** The page of one thing: what it is, then everything that is said of it in its sections. */
record EntityPage(
    String title,
    String lang,
    Address address,
    String summary,
    List<Term> types,
    List<Term> otherLabels,
    List<Term> spellings,
    List<Term> definitions,
    boolean isUnidentified,
    List<Section> sections,
    List<Sides> disputes,
    Section technical,
    String mentions) {
  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

  boolean hasOtherLabels() {
    return !otherLabels.isEmpty();
  }

  boolean hasSpellings() {
    return !spellings.isEmpty();
  }

  boolean hasDisputes() {
    return !disputes.isEmpty();
  }

  static EntityPage of(Site site, LinkedWording wording, Node node) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    Portrait portrait = new Portrait(site, wording, node);
    Term name = wording.term(node);
    List<Term> labels = terms(wording, node, RDFS.label.asNode());
    return new EntityPage(
        name.text(),
        name.lang(),
        Address.of(site, wording, node),
        new Summary(graph, wording).of(node),
        new Facts(graph, wording).types(node),
        labels.subList(Math.min(1, labels.size()), labels.size()),
        spellings(wording, node, labels),
        terms(wording, node, Vocabulary.DEFINITION),
        isUnidentified(graph, node),
        portrait.sections(),
        portrait.disputes(),
        portrait.technical().orElse(null),
        mentions(graph, node));
  }

  /** The other spellings, without those that repeat a label. */
  private static List<Term> spellings(LinkedWording wording, Node node, List<Term> labels) {
    List<String> told = labels.stream().map(Term::text).toList();
    return terms(wording, node, Vocabulary.ALT_LABEL).stream()
        .filter(term -> !told.contains(term.text()))
        .toList();
  }

  private static String mentions(Graph graph, Node node) {
    long number = graph.stream(Node.ANY, Vocabulary.MENTIONS, node).count();
    return number == 0 ? null : number == 1 ? "one passage" : number + " passages";
  }

  /** Whether Wikidata is likely to know the thing, but nobody has verified as what. */
  private static boolean isUnidentified(Graph graph, Node node) {
    return graph.stream(node, RDF.type.asNode(), Node.ANY)
            .anyMatch(t -> graph.contains(t.getObject(), Gilan.soughtInWikidata, TRUE))
        && graph.stream(node, SKOS.exactMatch.asNode(), Node.ANY)
            .noneMatch(t -> t.getObject().toString().startsWith(WIKIDATA));
  }

  private static List<Term> terms(LinkedWording wording, Node node, Node property) {
    return wording.literals(node, property).stream().map(wording::term).toList();
  }

  /** The passages that name a thing, in the order of the texts; a page of them. */
  record Mentions(
      String title,
      String back,
      int number,
      List<Evidence.Quote> quotes,
      Paging paging,
      String cited) {
    static Mentions of(Site site, LinkedWording wording, Node node, Asked asked) {
      Graph graph = site.graph().dataset().getDefaultGraph();
      List<Node> passages =
          graph.stream(Node.ANY, Vocabulary.MENTIONS, node)
              .map(Triple::getSubject)
              .sorted(Claims.BY_PLACE)
              .toList();
      Paging paging = Paging.of(passages.size(), Paging.asked(asked.one("page")), "?list=mentions");
      Evidences evidences = new Evidences(site, wording);
      return new Mentions(
          wording.text(node),
          Addresses.path(node.getURI()).orElseThrow(),
          passages.size(),
          paging.of(passages).stream().flatMap(p -> evidences.quote(p).stream()).toList(),
          paging,
          EntityPage.cited(node, asked));
    }
  }

  /** A list of a thing's page, to be cited. */
  private static String cited(Node node, Asked asked) {
    return asked.cited(node.getURI().substring(Gilan.BASE.length()), "list", "page");
  }

  /** One group of a thing's page alone. */
  record Part(String title, String back, Section section, Paging paging, String cited) {
    static Optional<Part> of(Site site, LinkedWording wording, Node node, Asked asked) {
      String list = asked.one("list");
      int page = Paging.asked(asked.one("page"));
      return new Portrait(site, wording, node)
          .only(list, page)
          .map(
              section ->
                  new Part(
                      wording.text(node),
                      Addresses.path(node.getURI()).orElseThrow(),
                      section,
                      Paging.of(section.groups().get(0).number(), page, "?list=" + list),
                      EntityPage.cited(node, asked)));
    }
  }
}
