// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who wrote what to whom: a row for each letter, and who wrote to whom how often. */
record LettersPage(
    String title,
    List<Filter> filters,
    String words,
    String from,
    String to,
    List<Order> orders,
    List<Letter> letters,
    List<Correspondence.Pair> pairs,
    int correspondents,
    int all,
    String same,
    String cited) {

  /** One way to order the rows. */
  record Order(String text, String href, boolean current) {}

  private static final Map<String, Function<Letter, String>> ORDERS = new LinkedHashMap<>();

  static {
    ORDERS.put("date", Letter::day);
    ORDERS.put("sender", letter -> names(letter.senders()));
    ORDERS.put("recipient", letter -> names(letter.recipients()));
    ORDERS.put("kind", letter -> letter.thing().kind());
    ORDERS.put("shelfmark", letter -> names(letter.shelves()));
  }

  /** {@return how many letters there are, of all} */
  String counts() {
    return Counted.first(letters.size(), "letter", "letters")
        + (letters.size() < all ? " of " + all : "");
  }

  /** {@return how many wrote or were written to, and how many wrote to how many} */
  String ways() {
    return Counted.of(correspondents, "person or body", "people and bodies")
        + ", "
        + Counted.of(pairs.size(), "way", "ways");
  }

  boolean hasPairs() {
    return !pairs.isEmpty();
  }

  static LettersPage of(Correspondence correspondence, Asked asked) {
    List<Letter> all = correspondence.letters();
    String order = ORDERS.containsKey(asked.one("order")) ? asked.one("order") : "date";
    List<Letter> found =
        found(all, asked).stream()
            .sorted(Comparator.comparing(ORDERS.get(order)).thenComparing(Letter::day))
            .toList();
    List<Correspondence.Pair> pairs = Correspondence.pairs(found);
    String same = query(asked);
    return new LettersPage(
        "Letters",
        filters(all, asked),
        asked.one("q"),
        asked.first("from") == null ? "" : asked.one("from"),
        asked.last("to") == null ? "" : asked.one("to"),
        ORDERS.keySet().stream()
            .map(name -> new Order(name, "?" + same + "order=" + name, name.equals(order)))
            .toList(),
        found,
        pairs,
        (int) pairs.stream().flatMap(pair -> Stream.of(pair.from(), pair.to())).distinct().count(),
        all.size(),
        same,
        asked.cited("letters", "kind", "sender", "recipient", "shelf", "q", "from", "to", "order"));
  }

  /** {@return the letters that a reader asks for, in order of time} */
  static List<Letter> found(List<Letter> all, Asked asked) {
    LocalDate from = asked.first("from");
    LocalDate to = asked.last("to");
    String kind = asked.one("kind");
    return all.stream()
        .filter(letter -> kind.isEmpty() || letter.thing().kind().equals(kind))
        .filter(letter -> Thing.among(letter.senders(), asked.one("sender")))
        .filter(letter -> Thing.among(letter.recipients(), asked.one("recipient")))
        .filter(letter -> Thing.among(letter.shelves(), asked.one("shelf")))
        .filter(letter -> letter.has(asked.one("q")))
        .filter(
            letter ->
                (from == null && to == null)
                    || letter.thing().dates().stream()
                        .anyMatch(
                            when ->
                                (from == null || !when.last().isBefore(from))
                                    && (to == null || !when.first().isAfter(to))))
        .toList();
  }

  private static List<Filter> filters(List<Letter> all, Asked asked) {
    return List.of(
        filter("kind", "Kind", all, l -> List.of(Term.plain(l.thing().kind())), asked),
        filter("sender", "Sender", all, Letter::senders, asked),
        filter("recipient", "Recipient", all, Letter::recipients, asked),
        filter("shelf", "Kept in", all, Letter::shelves, asked));
  }

  private static Filter filter(
      String name,
      String label,
      List<Letter> all,
      Function<Letter, List<Term>> values,
      Asked asked) {
    Stream<Term> found = all.stream().flatMap(letter -> values.apply(letter).stream());
    return Filter.of(name, label, found, asked.one(name));
  }

  /** What was asked, without the order, to be continued. */
  private static String query(Asked asked) {
    return Stream.of("kind", "sender", "recipient", "shelf", "q", "from", "to")
        .filter(name -> !asked.one(name).isEmpty())
        .map(
            name ->
                name
                    + "="
                    + java.net.URLEncoder.encode(
                        asked.one(name), java.nio.charset.StandardCharsets.UTF_8)
                    + "&")
        .collect(Collectors.joining());
  }

  private static String names(List<Term> terms) {
    String text = terms.stream().map(Term::text).collect(Collectors.joining(", "));
    return text.isEmpty() ? "\uFFFF" : text; // What is not known comes last.
  }
}
