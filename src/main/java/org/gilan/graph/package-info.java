/**
 * From files to one checked, immutable value: reading with line numbers, claims, inference, named
 * graphs, and the snapshot that makes a start quick.
 *
 * <p>Imports {@code catalogue}, {@code claim}, {@code document}, {@code finding} and {@code vocab}.
 * Start at {@link org.gilan.graph.KnowledgeGraph}.
 */
package org.gilan.graph;
