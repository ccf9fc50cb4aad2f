/**
 * The pages: what the graph says about one thing, as HTML for people and as RDF for programs, with
 * the claims and passages behind every fact.
 *
 * <p>Knows nothing of HTTP but media types. Imports {@code query}, {@code catalogue}, {@code
 * format}, {@code graph}, {@code claim}, {@code document} and {@code vocab}. Start at {@link
 * org.gilan.page.Pages}; the templates are under {@code /web}.
 */
package org.gilan.page;
