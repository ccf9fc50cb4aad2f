/**
 * What Wikidata says of the things that the graph links to it: asked for politely, written as one
 * Turtle file that people can review, kept apart from our own facts.
 *
 * <p>Imports {@code federation}, {@code graph}, {@code claim} and {@code vocab}. Start at {@link
 * org.gilan.wikidata.WikidataSnapshot}.
 */
package org.gilan.wikidata;
