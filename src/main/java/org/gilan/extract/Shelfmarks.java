// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads where a record lies, in English notation ({@code rec. gr. 5, inv. 1, f. 9, sheet 2}: f. is
 * the file) and in Russian ({@code ф.5, оп.1, д.9, л.2} and {@code f. 5, op. 1, d. 9, l. 2}: f. is
 * the fond), the latter also with the letters that text recognition makes of it.
 */
final class Shelfmarks {
  private static final String NUMBER = "[\\p{L}\\d]+(?:/[\\p{L}\\d]+)*";
  private static final String RANGE = "\\d+\\p{L}?(?:\\s?[-–]\\s?\\d+\\p{L}?)?";
  private static final String SHEETS = RANGE + "(?:,\\s*" + RANGE + "(?=\\s*[,.;)]|\\s*$))*";

  private static final Pattern ENGLISH =
      Pattern.compile(
          ("(?:\\brec(?:ord)?\\.?\\s*gr(?:oup|\\.)?|\\bRG|\\bfond)\\s*(?<f>NUM)\\s*[,.;]?\\s*"
                  + "inv(?:entory|\\.)?\\s*(?<i>NUM)\\s*[,.;]?\\s*f(?:ile|\\.)?\\s*(?<d>NUM)"
                  + "(?:\\s*[,.;]?\\s*(?:sheets?|fol(?:ios?|\\.))\\s*(?<l>SHEETS)?)?")
              .replace("NUM", NUMBER)
              .replace("SHEETS", SHEETS),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RUSSIAN =
      Pattern.compile(
          ("(?:(?<![\\p{L}\\d])(?<lf>[фФfd&¢])|(?<=,\\s))\\s*\\.\\s*(?<f>NUM)\\s*,?\\s*"
                  + "(?<li>оп|op|on|оn|oп)\\s*\\.\\s*(?<i>NUM)\\s*,?\\s*"
                  + "(?:(?:папка|folder|nanka)\\s+NUM\\s*,?\\s*)?"
                  + "(?<ld>[дДdAАaа04o]{1,2})\\s*\\.\\s*(?<d>NUM)"
                  + "(?:\\s*,?\\s*(?<ll>лл?|ll?|[nп]+)\\s*\\.\\s*(?<l>SHEETS)?)?")
              .replace("NUM", NUMBER.replace("\\d]", "\\d¢]"))
              .replace("SHEETS", SHEETS));

  private static final Pattern VOLUME =
      Pattern.compile(
          ("Vol\\.?\\s*(?<d>NUM)\\s*,?\\s*[Ff]ol(?:ios?|\\.)\\s*(?<l>SHEETS)")
              .replace("NUM", NUMBER)
              .replace("SHEETS", SHEETS));

  private static final Pattern BETWEEN =
      Pattern.compile("[\\s,.:()]*(?:(?:further|hereafter|later|далее)[\\s—–-]*(?:on\\s+)?)?");

  private static final Set<String> PLAIN =
      Set.of("ф", "Ф", "f", "оп", "op", "д", "Д", "d", "л", "лл", "l", "ll");

  private final Reading reading;
  private final KnownNames names;
  private final Predicate<Mention> isArchive;

  Shelfmarks(Reading reading, KnownNames names, Predicate<Mention> isArchive) {
    this.reading = reading;
    this.names = names;
    this.isArchive = isArchive;
  }

  /** {@return the first place that a stretch of text names, if it names one} */
  Optional<Shelfmark> in(Span within) {
    Matcher english = matcher(ENGLISH, within);
    if (english.find()) {
      return Optional.of(read(english, within, true));
    }
    Matcher russian = matcher(RUSSIAN, within);
    if (russian.find()) {
      return Optional.of(read(russian, within, isPlain(russian)));
    }
    Matcher volume = matcher(VOLUME, within);
    if (volume.find() && archiveBefore(within.begin(), volume.start()) != null) {
      return Optional.of(
          shelfmark(volume, within, null, null, part(volume, "d", true), part(volume, "l", true)));
    }
    return Optional.empty();
  }

  private Matcher matcher(Pattern pattern, Span within) {
    return pattern.matcher(reading.text()).region(within.begin(), within.end());
  }

  private static boolean isPlain(Matcher m) {
    return Stream.of("lf", "li", "ld", "ll")
        .map(m::group)
        .allMatch(letter -> letter != null && PLAIN.contains(letter));
  }

  private Shelfmark read(Matcher m, Span within, boolean sure) {
    return shelfmark(
        m, within, part(m, "f", sure), part(m, "i", sure), part(m, "d", sure), part(m, "l", sure));
  }

  private static Part part(Matcher m, String group, boolean sure) {
    return m.group(group) == null
        ? null
        : new Part(
            m.group(group).replaceAll("\\s", "").replace('–', '-').replace('¢', 'c'),
            new Span(m.start(group), m.end(group)),
            sure);
  }

  private Shelfmark shelfmark(
      Matcher m, Span within, Part fond, Part inventory, Part file, Part sheets) {
    Part archive = archiveBefore(within.begin(), m.start());
    int begin = archive == null ? nameBefore(within.begin(), m.start()) : archive.span().begin();
    Part last = sheets == null ? file : sheets;
    Span span = new Span(begin, last.span().end());
    return new Shelfmark(archive, fond, inventory, file, sheets, span);
  }

  /** The archive named right before an offset, its full name and its abbreviation together. */
  private Part archiveBefore(int from, int to) {
    Part archive = null;
    List<Mention> mentions = names.in(reading, new Span(from, to));
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Mention m = mentions.get(i);
      int next = archive == null ? to : archive.span().begin();
      boolean close = BETWEEN.matcher(reading.text()).region(m.span().end(), next).matches();
      boolean same = archive == null || archive.value().equals(m.thing().getURI());
      if (!close || !isArchive.test(m) || !same) {
        break;
      }
      int end = archive == null ? m.span().end() : archive.span().end();
      Span span = new Span(m.span().begin(), end);
      archive = new Part(m.thing().getURI(), span, !m.isAmbiguous());
    }
    return archive;
  }

  /** Where the name of an archive that nobody knows yet seems to begin. */
  private int nameBefore(int from, int to) {
    String text = reading.text();
    int end = reading.trimmed(from, to).end();
    while (end > from && ",.;:/".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int begin = end;
    while (begin > from && ",;/".indexOf(text.charAt(begin - 1)) < 0) {
      begin--;
    }
    return reading.trimmed(begin, end).begin();
  }
}
