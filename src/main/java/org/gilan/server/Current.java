// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

/**
 * A graph that is served, with all that was made for it. A request takes the one there is when it
 * comes and keeps to it, so that no answer mixes two graphs.
 *
 * @param checksum of the graph
 * @param routes answer for it
 */
record Current(String checksum, Routes routes) {}
