/**
 * The graph as files to hand out, with descriptions and checksums.
 *
 * <p>Imports {@code format}, {@code graph}, {@code page}, {@code remote} and {@code vocab}. Start
 * at {@link org.gilan.release.Release}.
 */
package org.gilan.release;
