/**
 * The catalogue of questions and how to ask one.
 *
 * <p>Imports {@code graph}. Start at {@link org.gilan.query.Catalogue}.
 */
package org.gilan.query;
