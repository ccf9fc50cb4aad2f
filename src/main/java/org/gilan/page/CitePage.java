// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.gilan.format.ResultFormat;
import org.gilan.vocab.Gilan;

/** The page that says how to cite the graph, and how to cite a part of it. */
record CitePage(
    String title, Reference reference, List<Address.Download> references, String example) {
  static CitePage of(Site site) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    return new CitePage(
        "How to cite the graph",
        Reference.whole(Edition.of(site.graph())),
        Address.downloads("/cite", ResultFormat.OF_REFERENCES),
        graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Claim)
            .map(triple -> triple.getSubject().getURI())
            .min(String::compareTo)
            .flatMap(Addresses::path)
            .orElse("/"));
  }
}
