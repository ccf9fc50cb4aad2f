// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/** The page of one passage: its words in their place, and what rests on it. */
record PassagePage(
    String title, Address address, PassageView passage, String reading, List<Facts.Group> facts) {

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  static PassagePage of(Passage passage, Site site, LinkedWording wording, Reading reading) {
    Node node = NodeFactory.createURI(passage.iri());
    Facts facts = new Facts(site.graph().dataset().getDefaultGraph(), wording);
    return new PassagePage(
        wording.text(node),
        Address.of(site, wording, node),
        PassageView.of(passage, site, wording),
        Addresses.path(passage.document()).orElseThrow() + reading.address(passage),
        facts.about(
            node,
            Set.of(
                Gilan.inDocument, Vocabulary.BEGIN, Vocabulary.END, Gilan.fragment, Gilan.inPart)));
  }
}
