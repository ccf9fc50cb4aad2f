/**
 * How to ask the graph in this process.
 *
 * <p>Imports {@code federation}, {@code format}, {@code graph}, {@code remote} and {@code vocab}.
 * Start at {@link org.gilan.query.Answer}.
 */
package org.gilan.query;
