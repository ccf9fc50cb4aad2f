/**
 * What a machine can propose for a new document: citations parsed into records, dates, mentions of
 * known names, each with its passage; and how well it does, measured against the curated graph.
 *
 * <p>Deterministic and without a model: patterns and the graph's own names. Imports {@code graph},
 * {@code claim}, {@code document} and {@code vocab}; only {@code cli} imports it. Start at {@link
 * org.gilan.extract.Extraction}.
 */
package org.gilan.extract;
