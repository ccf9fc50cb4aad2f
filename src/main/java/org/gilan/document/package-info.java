/**
 * The source texts: where they lie, what they hold at an offset, where their sentences end.
 *
 * <p>The texts are not part of the project; everything here copes with their absence. Imports
 * {@code vocab}. Start at {@link org.gilan.document.Documents}.
 */
package org.gilan.document;
