/**
 * The graph where memory does not reach: on disk, in TDB2, made once and sealed.
 *
 * <p>Imports {@code graph}. Start at {@link org.gilan.store.Store}.
 */
package org.gilan.store;
