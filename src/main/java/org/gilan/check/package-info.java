/**
 * Says what is wrong with the graph: shapes, evidence, passages, terms, and the style of the
 * Turtle.
 *
 * <p>Imports {@code catalogue}, {@code graph}, {@code claim}, {@code document}, {@code finding} and
 * {@code vocab}. Start at {@link org.gilan.check.Checks}.
 */
package org.gilan.check;
