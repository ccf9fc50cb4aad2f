// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chooses a form by the {@code Accept} header of a request, as RFC 9110 section 12.5.1 says: the
 * most specific range that matches a type decides its quality, the highest quality wins, and the
 * server's preference breaks a tie.
 */
public final class Negotiation {
  private final List<Range> ranges;

  private record Range(String type, String subtype, double quality) {
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
    List<Range> ranges = new ArrayList<>();
    if (accept != null) {
      for (String part : accept.split(",")) {
        range(part).ifPresent(ranges::add);
      }
    }
    return new Negotiation(ranges.isEmpty() ? List.of(new Range("*", "*", 1)) : ranges);
  }

  /**
   * {@return the best of the offered forms; empty when the client accepts none of them}
   *
   * @param offered what there is, the server's preference first
   */
  public Optional<Media> choose(List<Media> offered) {
    return offered.stream()
        .filter(media -> quality(media.type()) > 0)
        .max(
            Comparator.<Media>comparingDouble(media -> quality(media.type()))
                .thenComparingInt(media -> -offered.indexOf(media)));
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

  private static Optional<Range> range(String text) {
    String[] parts = text.split(";");
    String[] names = parts[0].strip().toLowerCase(Locale.ROOT).split("/", -1);
    if (names.length != 2 || names[0].isEmpty() || names[1].isEmpty()) {
      return Optional.empty();
    }
    double quality = 1;
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.startsWith("q=")) {
        quality = number(parameter.substring(2));
      }
    }
    return Optional.of(new Range(names[0], names[1], quality));
  }

  private static double number(String text) {
    return text.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
  }
}
