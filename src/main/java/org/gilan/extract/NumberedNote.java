// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

/**
 * A footnote where it stands.
 *
 * @param number its number; what the sequence asks for when it is damaged or missing
 * @param whole the note with its number
 * @param body the note without it
 * @param sure whether the number is printed so
 */
record NumberedNote(String number, Span whole, Span body, boolean sure) {}
