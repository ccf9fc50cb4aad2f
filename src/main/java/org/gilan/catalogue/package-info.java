/**
 * The catalogue of questions: read from {@code queries/}, and as SHACL SPARQL executables in the
 * graph.
 *
 * <p>Imports {@code finding} and {@code vocab}. Start at {@link org.gilan.catalogue.Catalogue}.
 */
package org.gilan.catalogue;
