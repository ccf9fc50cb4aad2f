// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses a format by the {@code Accept} header of a request, as RFC 9110 section 12.5.1 says: the
 * most specific range that matches a type decides its quality, the highest quality wins, and the
 * server's preference breaks a tie.
 */
public final class Negotiation {
  private static final Negotiation ANYTHING = new Negotiation(List.of(new Range("*", "*", 1)));

  private final List<Range> ranges;

  private record Range(String type, String subtype, double quality) {
    /** Whether the client wrote this very type, not a wildcard that takes it in. */
    boolean names(String mediaType) {
      return mediaType.equals(type + "/" + subtype);
    }

    boolean matches(String mediaType) {
      int slash = mediaType.indexOf('/');
      return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
          && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    int specificity() {
      return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
    }
  }

  private Negotiation(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads a header. Ranges that cannot be read are passed over; a header that is missing, blank or
   * nothing but unreadable ranges accepts everything.
   *
   * @param accept the header's value, several values joined with commas; may be null
   * @return what the client accepts
   */
  public static Negotiation of(String accept) {
    if (accept == null || accept.isBlank()) {
      return ANYTHING;
    }
    WeightedValues read = new WeightedValues();
    read.addValue(accept.toLowerCase(Locale.ROOT));
    List<Range> ranges = new ArrayList<>();
    read.getQualityValues()
        .forEach(value -> range(value.getValue(), value.getWeight()).ifPresent(ranges::add));
    return ranges.isEmpty() ? ANYTHING : new Negotiation(ranges);
  }

  /**
   * {@return the best of the offered formats; empty when the client accepts none of them}
   *
   * @param offered what there is, the server's preference first
   */
  public Optional<Choice> choose(List<ResultFormat> offered) {
    Choice best = null;
    double most = 0;
    // Registered types first: the others are there for those who ask for nothing else.
    for (int at = 0; at < longest(offered); at++) {
      for (ResultFormat format : offered) {
        if (at < format.types().size()) {
          double quality = quality(format.types().get(at));
          if (quality > most) {
            most = quality;
            best = new Choice(format, format.types().get(at));
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static int longest(List<ResultFormat> offered) {
    return offered.stream().mapToInt(format -> format.types().size()).max().orElse(0);
  }

  /**
   * {@return whether the client wants a page rather than any of these formats: it names HTML, and
   * none of the others at a higher weight}
   *
   * @param offered what there is besides the page
   */
  public boolean prefersHtml(List<ResultFormat> offered) {
    double html = quality(ResultFormat.HTML.type());
    return html > 0
        && ranges.stream().anyMatch(range -> range.names(ResultFormat.HTML.type()))
        && offered.stream()
            .flatMap(format -> format.types().stream())
            .allMatch(type -> quality(type) <= html);
  }

  /**
   * {@return how much the client wants a media type, from 0 (not at all) to 1}
   *
   * @param mediaType without parameters
   */
  public double quality(String mediaType) {
    return ranges.stream()
        .filter(range -> range.matches(mediaType))
        .max(Comparator.comparingInt(Range::specificity).thenComparingDouble(Range::quality))
        .map(Range::quality)
        .orElse(0.0);
  }

  private static Optional<Range> range(String value, double quality) {
    String[] names = value.split(";")[0].strip().split("/", -1);
    return names.length != 2 || names[0].isEmpty() || names[1].isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(names[0], names[1], Math.min(1, quality)));
  }
}
