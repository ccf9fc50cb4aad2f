/**
 * How to ask the graph in this process.
 *
 * <p>Imports {@code federation} and {@code graph}. Start at {@link org.gilan.query.Answer}.
 */
package org.gilan.query;
