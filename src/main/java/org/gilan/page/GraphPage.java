// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;

/** The page of a named graph: what is said of it, how large it is, where its contents are. */
record GraphPage(
    String title, Address address, long triples, String contents, List<Facts.Group> facts) {

  /** For programs; they have no names to be shown by. */
  private static final Set<Node> PREFIXES = Set.of(SHACL.declare);

  boolean hasFacts() {
    return !facts.isEmpty();
  }

  static GraphPage of(Site site, LinkedWording wording, Node name) {
    return new GraphPage(
        wording.text(name),
        Address.of(site, wording, name),
        site.graph().dataset().getGraph(name).size(),
        "/gilan/data?graph=" + name.getURI(),
        new Facts(site.graph().dataset().getDefaultGraph(), wording).about(name, PREFIXES));
  }
}
