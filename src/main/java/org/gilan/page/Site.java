// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;

/**
 * What there is to serve.
 *
 * @param graph the graph; its default graph, which holds plain RDF 1.1, is what the pages show
 * @param documents the texts at hand
 * @param examples the questions to offer, in order
 */
public record Site(KnowledgeGraph graph, Documents documents, List<Example> examples) {
  /**
   * Copies the list.
   *
   * @param graph the graph
   * @param documents the texts at hand
   * @param examples the questions to offer, in order
   */
  public Site {
    examples = List.copyOf(examples);
  }
}
