/**
 * Fuseki and our pages on one port: read only, nothing to manage.
 *
 * <p>Imports {@code federation}, {@code page}, {@code query}, {@code graph}, {@code document} and
 * {@code vocab}. Start at {@link org.gilan.server.GilanServer}.
 */
package org.gilan.server;
