// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.gilan.claim.Bounds;
import org.gilan.claim.DateRange;
import org.gilan.claim.DateWords;
import org.gilan.vocab.Gilan;

/**
 * Reads the rows of an answer as dates: the columns of days say when, the first thing says what.
 */
final class AnswerTimeline {
  /** Columns that are the two ends of one date, or of one span. */
  private record Ends(String first, String last, boolean isSpan) {}

  private static final List<Ends> ENDS =
      List.of(
          new Ends("earliest", "latest", false),
          new Ends("first", "last", true),
          new Ends("from", "to", true));

  private final LinkedWording wording;
  private final Graph graph;
  private final Claims claims;
  private final Facts facts;
  private final AnswerRows answer;
  private final List<Var> dates;

  AnswerTimeline(Graph graph, LinkedWording wording, AnswerRows answer) {
    this.wording = wording;
    this.graph = graph;
    this.claims = new Claims(graph);
    this.facts = new Facts(graph, wording);
    this.answer = answer;
    this.dates =
        answer.columns().stream().filter(column -> answer.all(column, DateRange::isDate)).toList();
  }

  /** {@return a row for each date of each row, in order of time; empty where there is no date} */
  List<TimelinePage.Row> rows() {
    List<TimelinePage.Row> rows = new ArrayList<>();
    for (Binding row : answer.rows()) {
      for (Dated dated : dates(row)) {
        rows.add(new TimelinePage.Row(thing(row), when(row, dated)));
      }
    }
    rows.sort(
        Comparator.comparing(TimelinePage.Row::when, When.BY_DAY)
            .thenComparing(found -> found.thing().name().text()));
    return rows;
  }

  /** A date, in words and in days. */
  private record Dated(String words, Bounds bounds) {}

  private List<Dated> dates(Binding row) {
    List<Dated> found = new ArrayList<>();
    List<Var> left = new ArrayList<>(dates);
    for (Ends ends : ENDS) {
      Var first = Var.alloc(ends.first());
      Var last = Var.alloc(ends.last());
      if (left.contains(first) && left.contains(last)) {
        left.removeAll(List.of(first, last));
        pair(row.get(first), row.get(last), ends.isSpan()).ifPresent(found::add);
      }
    }
    for (Var column : left) {
      Node date = row.get(column);
      String said =
          dates.size() == 1 ? "" : AnswerRows.heading(column).toLowerCase(Locale.ROOT) + ": ";
      days(date)
          .ifPresent(days -> found.add(new Dated(said + wording.text(date), Bounds.within(days))));
    }
    return found;
  }

  private Optional<Dated> pair(Node first, Node last, boolean isSpan) {
    Optional<DateRange> from = days(first);
    Optional<DateRange> to = days(last);
    if (from.isEmpty() && to.isEmpty()) {
      return Optional.empty();
    }
    if (from.isPresent() && to.isPresent() && !isSpan) {
      DateRange both = new DateRange(from.get().earliest(), to.get().latest());
      return Optional.of(new Dated(words(both), Bounds.within(both)));
    }
    if (from.isPresent() && to.isPresent()) {
      String words =
          first.equals(last)
              ? wording.text(first)
              : wording.text(first) + " to " + wording.text(last);
      Bounds bounds = Bounds.from(from.get()).and(Bounds.to(to.get()));
      return Optional.of(new Dated(words, bounds));
    }
    return from.isPresent()
        ? Optional.of(new Dated("from " + wording.text(first), Bounds.from(from.get())))
        : Optional.of(new Dated("until " + wording.text(last), Bounds.to(to.get())));
  }

  private static String words(DateRange days) {
    LocalDate first = days.earliest();
    LocalDate last = days.latest();
    return DateWords.of(first.equals(last) ? first.toString() : first + "/" + last).orElseThrow();
  }

  private static Optional<DateRange> days(Node date) {
    return date == null ? Optional.empty() : DateRange.of(date);
  }

  /** Hollow where the row's claim is not accepted. */
  private When when(Binding row, Dated dated) {
    return proofs(row)
        .filter(claim -> !claim.isAccepted())
        .findFirst()
        .map(
            claim -> {
              String standing = wording.text(claim.standing());
              Term link = When.link(wording, claim);
              return new When(dated.words(), dated.bounds(), standing, link, false);
            })
        .orElseGet(() -> new When(dated.words(), dated.bounds(), null, null, false));
  }

  /** {@return what a row is about, as the views show it; it is in none of their layers} */
  Thing thing(Binding row) {
    List<Node> things =
        answer.things().stream()
            .map(column -> AnswerRows.node(row, column))
            .filter(AnswerRows::isThing)
            .toList();
    return new Thing(
        null,
        name(row),
        things.isEmpty() ? "" : kind(things.get(0)),
        among(things, "Actor"),
        among(things, "Place"),
        proofs(row)
            .map(Claims.Claim::document)
            .filter(Objects::nonNull)
            .distinct()
            .map(document -> new Term(wording.shortName(document), null, null, null))
            .toList(),
        List.of());
  }

  /** {@return the same with all dates of the row} */
  Thing dated(Binding row) {
    Thing thing = thing(row);
    return new Thing(
        null,
        thing.name(),
        thing.kind(),
        thing.people(),
        thing.places(),
        thing.documents(),
        dates(row).stream().map(date -> when(row, date)).toList());
  }

  private Term name(Binding row) {
    return Stream.concat(
            answer.things().stream(),
            answer.columns().stream().filter(column -> !dates.contains(column)))
        .map(column -> AnswerRows.term(wording, row, column))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Term.plain("A row"));
  }

  private String kind(Node thing) {
    return facts.types(thing).stream()
        .filter(type -> type.href() != null && type.href().startsWith("/ontology"))
        .map(Term::text)
        .collect(Collectors.joining(", "));
  }

  private List<Term> among(List<Node> things, String type) {
    return things.stream()
        .filter(thing -> graph.contains(thing, RDF.type.asNode(), Gilan.term(type)))
        .map(wording::term)
        .toList();
  }

  private Stream<Claims.Claim> proofs(Binding row) {
    return answer.proofs().stream()
        .map(row::get)
        .filter(Objects::nonNull)
        .flatMap(node -> claims.read(node).stream());
  }
}
