// SPDX-License-Identifier: Apache-2.0
/**
 * The graph where a store of another make holds it, asked by SPARQL over HTTP: a query is sent
 * whole; pages read it node by node, many nodes a request.
 *
 * <p>Imports {@code federation}, {@code graph} and {@code vocab}. Start at {@link
 * org.gilan.remote.RemoteStore}.
 */
package org.gilan.remote;
