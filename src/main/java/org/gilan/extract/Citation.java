// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.List;

/**
 * What a note cites: a record of the time, or a printed work. A part that the note does not give,
 * or that could not be read, is null or missing from its list.
 *
 * @param note the note
 * @param span the part of the note that cites this and nothing else
 * @param kind the class of the record, such as {@code Telegram}; null for a work
 * @param parties sender, recipients and who got a copy
 * @param date the date of the record, in EDTF
 * @param place where the record lies
 * @param work the printed work; null for a record
 */
record Citation(
    NumberedNote note,
    Span span,
    Part kind,
    Parties parties,
    Part date,
    Shelfmark place,
    Publication work) {

  /**
   * Who wrote to whom, by the IRIs of known things.
   *
   * @param senders who sent or issued it
   * @param recipients to whom
   * @param copies who got a copy
   * @param unread names in these roles that nobody knows yet; their values are the properties
   */
  record Parties(List<Part> senders, List<Part> recipients, List<Part> copies, List<Part> unread) {
    static final Parties NONE = new Parties(List.of(), List.of(), List.of(), List.of());
  }

  boolean isWork() {
    return work != null;
  }
}
