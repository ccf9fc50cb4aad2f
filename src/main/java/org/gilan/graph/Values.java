// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.gilan.claim.DateWords;

/** Says literals: dates as people write them, thousands apart, sheets and pages in their number. */
final class Values {
  private static final Set<String> DATES = Set.of("date", "gYearMonth", "gYear", "EDTF");
  private static final int GROUPED_FROM = 5;

  private Values() {}

  /**
   * {@return a literal in words}
   *
   * @param literal any literal
   * @param form how a {@link Phrase} wants it said; empty for as it is
   */
  static String of(Node literal, String form) {
    String text = literal.getLiteralLexicalForm();
    String type = literal.getLiteralDatatypeURI();
    String name = type.substring(Math.max(type.lastIndexOf('#'), type.lastIndexOf('/')) + 1);
    if (DATES.contains(name)) {
      Optional<String> words = form.equals("on") ? DateWords.when(text) : DateWords.of(text);
      return words.orElse(text);
    }
    return switch (form) {
      case "sheets" -> counted("sheet", text);
      case "pages" -> counted("page", text);
      default ->
          switch (name) {
            case "boolean" -> text.equals("true") ? "yes" : "no";
            case "integer", "decimal", "nonNegativeInteger", "int" -> grouped(text);
            default -> text;
          };
    };
  }

  static String counted(String noun, String text) {
    String spans = text.replaceAll("(?<=[\\w.])\\s?-\\s?(?=\\d)", "–");
    boolean several = spans.matches(".*(?:[–,;&]| and ).*");
    return noun + (several ? "s " : " ") + spans;
  }

  private static String grouped(String number) {
    int point = number.indexOf('.');
    String whole = point < 0 ? number : number.substring(0, point);
    return whole.length() < GROUPED_FROM
        ? number
        : whole.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",") + number.substring(whole.length());
  }
}
