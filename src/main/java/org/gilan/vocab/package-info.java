/**
 * The IRIs that the program itself speaks of, as constants.
 *
 * <p>May import Jena's node API only. Start at {@link org.gilan.vocab.Gilan}; a test holds it
 * against {@code ontology/gilan.ttl} in both directions.
 */
package org.gilan.vocab;
