/**
 * The claim model: one document's statement of one triple, its passages, standing and stance, and
 * the dates that decide whether two claims can both hold.
 *
 * <p>Imports {@code document} and {@code vocab}. Start at {@link org.gilan.claim.Claim}.
 */
package org.gilan.claim;
