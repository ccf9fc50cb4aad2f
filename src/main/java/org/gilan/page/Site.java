// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;

/**
 * What there is to serve.
 *
 * @param graph the graph; its default graph, which holds plain RDF 1.1, is what the pages show
 * @param documents the texts at hand
 */
public record Site(KnowledgeGraph graph, Documents documents) {}
