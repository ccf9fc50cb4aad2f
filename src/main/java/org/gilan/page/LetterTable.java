// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.stream.Collectors;

/** Letters as a table in CSV (RFC 4180), for spreadsheets. Several values are separated by "; ". */
final class LetterTable {
  private static final String HEAD =
      "letter,label,kind,date,earliest,latest,sender,recipient,says,file,sheets";
  private static final String END = "\r\n";

  private LetterTable() {}

  /** {@return the table} */
  static String csv(List<Letter> letters) {
    StringBuilder table = new StringBuilder(HEAD).append(END);
    for (Letter letter : letters) {
      Thing thing = letter.thing();
      table
          .append(
              List.of(
                      Addresses.iri(thing.name().href()),
                      thing.name().text(),
                      thing.kind(),
                      thing.dates().isEmpty() ? "" : thing.dates().get(0).words(),
                      thing.dates().isEmpty() ? "" : thing.dates().get(0).first().toString(),
                      thing.dates().isEmpty() ? "" : thing.dates().get(0).last().toString(),
                      names(letter.senders()),
                      names(letter.recipients()),
                      names(letter.says()),
                      names(letter.shelves()),
                      letter.sheets())
                  .stream()
                  .map(LetterTable::cell)
                  .collect(Collectors.joining(",")))
          .append(END);
    }
    return table.toString();
  }

  private static String names(List<Term> terms) {
    return terms.stream().map(Term::text).collect(Collectors.joining("; "));
  }

  private static String cell(String text) {
    return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
