/**
 * The catalogue of questions and how to ask one.
 *
 * <p>Imports {@code federation} and {@code graph}. Start at {@link org.gilan.query.Catalogue}.
 */
package org.gilan.query;
