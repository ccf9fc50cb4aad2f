// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** The page of one document: its bibliography and the passages on which claims rest. */
record DocumentPage(
    String title,
    Address address,
    List<Term> types,
    List<Facts.Group> facts,
    boolean readable,
    List<Entry> passages,
    List<Facts.Group> incoming) {

  boolean hasIncoming() {
    return !incoming.isEmpty();
  }

  /**
   * A line of the document's list: a part's heading, or a passage with its claims.
   *
   * @param anchor the fragment, which is the line's id
   * @param part the name of the section or note that begins here; null for a passage
   */
  record Entry(String anchor, String href, String range, String part, List<Facts.Row> claims) {}

  static DocumentPage of(Site site, LinkedWording wording, Node document, List<Node> fragments) {
    Facts facts = new Facts(site, wording);
    return new DocumentPage(
        wording.text(document),
        Address.of(document.getURI()),
        facts.types(document),
        facts.about(document, Set.of()),
        site.documents().text(document.getURI()).isPresent(),
        fragments.stream()
            .flatMap(
                node ->
                    Passage.parse(node.getURI()).stream()
                        .map(passage -> entry(node, passage, site, wording)))
            .filter(entry -> entry.part() != null || !entry.claims().isEmpty())
            .toList(),
        facts.naming(document, Set.of(Gilan.inDocument)));
  }

  private static Entry entry(Node node, Passage passage, Site site, LinkedWording wording) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    boolean isPart =
        List.of(Gilan.Section, Gilan.Note).stream()
            .anyMatch(type -> graph.contains(node, RDF.type.asNode(), type));
    return new Entry(
        passage.fragment().substring(1),
        Addresses.path(node.getURI()).orElseThrow(),
        LinkedWording.range(passage),
        isPart ? wording.text(node) : null,
        PassageView.claims(node, site, wording));
  }
}
