// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads citations of printed works and remembers them, so that {@code op. cit.}, {@code Ibid.} and
 * a repeated title lead back to the work.
 */
final class Publications {
  private static final String AUTHOR =
      "(?:(?:\\p{Lu}\\.[\\s-]?){1,3}\\p{Lu}[\\p{L}'’-]+"
          + "|\\p{Lu}[\\p{L}'’-]+\\s(?:\\p{Lu}\\.\\s?){1,2})";
  private static final String PAGES =
      "(?:pp?\\.|sheets?|[CСсS]\\.)\\s*"
          + "(?<g>\\d+(?:\\s?[-–]\\s?\\d+)?(?:,\\s*\\d+(?:[-–]\\d+)?)*)";

  private static final Pattern FULL =
      Pattern.compile(
          ("(?:(?<a>AUTHOR)[,.]?\\s+)?(?<t>\\S.{2,200}?)[,.]\\s+"
                  + "(?:(?:Vol|T|Т)\\.\\s*\\w+,\\s+)?"
                  + "(?<p>\\p{Lu}\\p{L}+\\.?(?:\\s\\p{Lu}\\p{L}+)?|М\\.),\\s+"
                  + "(?<y>(?:1[89]\\d|20[0-2])\\d)(?!\\d)(?:[,.]\\s*PAGES)?")
              .replace("AUTHOR", AUTHOR)
              .replace("PAGES", PAGES),
          Pattern.DOTALL);

  private static final Pattern REPEATED =
      Pattern.compile(
          "(?<a>AUTHOR),?\\s+(?:op\\.\\s?cit\\.|указ\\.\\s?соч\\.)(?:,\\s*PAGES)?"
              .replace("AUTHOR", AUTHOR)
              .replace("PAGES", PAGES));

  private static final Pattern IBID =
      Pattern.compile("(?:Ibid(?:em)?|Там же)\\.?(?:,\\s*PAGES)?".replace("PAGES", PAGES));

  private static final Pattern SHORT =
      Pattern.compile("(?<t>\\p{Lu}[^,]{8,}),\\s*PAGES".replace("PAGES", PAGES));

  private final Reading reading;
  private final List<Publication> works = new ArrayList<>();
  private Publication last;

  Publications(Reading reading) {
    this.reading = reading;
  }

  /** Forgets what {@code Ibid.} stands for, because something else was cited. */
  void interrupt() {
    last = null;
  }

  /** {@return whether {@code Ibid.} stands for a work} */
  boolean isOpen() {
    return last != null;
  }

  /** {@return the work that a stretch of a note cites, if it reads like one} */
  Optional<Publication> in(Span within) {
    Optional<Publication> found =
        ibid(within).or(() -> repeated(within)).or(() -> shortTitle(within)).or(() -> full(within));
    found.ifPresent(work -> last = work);
    return found;
  }

  private Optional<Publication> ibid(Span within) {
    Matcher m = matcher(IBID, within);
    return last != null && m.lookingAt()
        ? Optional.of(new Publication(null, null, null, null, part(m, "g"), last))
        : Optional.empty();
  }

  private Optional<Publication> repeated(Span within) {
    Matcher m = matcher(REPEATED, within);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    Part author = part(m, "a");
    Publication earlier =
        works.stream()
            .filter(
                w -> w.author() != null && plain(w.author().value()).equals(plain(author.value())))
            .reduce((a, b) -> b)
            .orElse(null);
    return Optional.of(new Publication(author, null, null, null, part(m, "g"), earlier));
  }

  private Optional<Publication> shortTitle(Span within) {
    Matcher m = matcher(SHORT, within);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    Part title = part(m, "t");
    return works.stream()
        .filter(w -> w.title() != null && plain(w.title().value()).startsWith(plain(title.value())))
        .findFirst()
        .map(w -> new Publication(null, title, null, null, part(m, "g"), w));
  }

  private Optional<Publication> full(Span within) {
    Matcher m = matcher(FULL, within);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    Publication work =
        new Publication(part(m, "a"), part(m, "t"), part(m, "p"), part(m, "y"), part(m, "g"), null);
    works.add(work);
    return Optional.of(work);
  }

  private Matcher matcher(Pattern pattern, Span within) {
    return pattern.matcher(reading.text()).region(within.begin(), within.end());
  }

  private static Part part(Matcher m, String group) {
    return m.group(group) == null
        ? null
        : new Part(
            m.group(group).strip().replaceAll("\\s+", " ").replace('–', '-'),
            new Span(m.start(group), m.end(group)),
            true);
  }

  /** Letters only, and the endings that transliterations write in two ways as one. */
  static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "").replaceAll("i[yj]|ii", "y");
  }
}
