/**
 * The graph as files to hand out, with descriptions and checksums.
 *
 * <p>Imports {@code graph} and {@code page}. Start at {@link org.gilan.release.Release}.
 */
package org.gilan.release;
