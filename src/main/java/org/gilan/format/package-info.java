/**
 * The result formats: one table of them, how a request chooses one, and how each is written.
 *
 * <p>Imports nothing of ours. Start at {@link org.gilan.format.ResultFormat}.
 */
package org.gilan.format;
