/**
 * Follows {@code SERVICE} to the few endpoints that the operator allows, in bulk, within limits and
 * through a cache; refuses everything else before a connection is made.
 *
 * <p>Imports nothing of ours. Start at {@link org.gilan.federation.Federation}.
 */
package org.gilan.federation;
