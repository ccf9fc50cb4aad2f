// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.graph.Wording;
import org.gilan.vocab.Gilan;

/** The page of one thing: its names, its facts with the claims behind them, what points to it. */
record EntityPage(
    String title,
    String lang,
    Address address,
    List<Term> types,
    List<Term> otherLabels,
    List<Term> spellings,
    List<Term> definitions,
    boolean isUnidentified,
    List<Facts.Group> facts,
    List<Facts.Row> unstated,
    List<Facts.Group> incoming) {
  private static final String WIKIDATA = "http://www.wikidata.org/entity/";
  private static final Node TRUE = NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean);

  boolean hasOtherLabels() {
    return !otherLabels.isEmpty();
  }

  boolean hasSpellings() {
    return !spellings.isEmpty();
  }

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  boolean hasUnstated() {
    return !unstated.isEmpty();
  }

  boolean hasIncoming() {
    return !incoming.isEmpty();
  }

  static EntityPage of(Site site, LinkedWording wording, Node node) {
    Facts facts = new Facts(site, wording);
    Term name = wording.term(node);
    List<Term> labels = terms(wording, node, RDFS.label.asNode());
    return new EntityPage(
        Wording.heading(name.text()),
        name.lang(),
        Address.of(node.getURI()),
        facts.types(node),
        labels.subList(Math.min(1, labels.size()), labels.size()),
        terms(wording, node, Vocabulary.ALT_LABEL),
        terms(wording, node, Vocabulary.DEFINITION),
        isUnidentified(site.graph().dataset().getDefaultGraph(), node),
        facts.about(node, Set.of()),
        facts.unstated(node),
        facts.naming(node, Set.of()));
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
}
