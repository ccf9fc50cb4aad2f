// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds footnotes: paragraphs or lines whose numbers make a sequence, and among them those whose
 * number is damaged or lost but which read like a citation.
 */
final class NoteFinder {
  private static final Pattern LINE =
      Pattern.compile(
          "^[ \\t\\f]*(?:(\\d{1,3})(?=[ \\t\\r\\n])[ \\t]*)?(?=\\S)", Pattern.MULTILINE);

  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r\\f]*\\n");

  private static final Pattern CITATION =
      Pattern.compile(
          "^(?:See|Cf|Ibid|Там же|Ibidem)\\b|\\bop\\. ?cit\\.|\\binv\\. ?\\w|\\bоп\\. ?\\w"
              + "|\\bpp?\\. ?\\d|//");

  private static final int LARGEST_GAP = 4;
  private static final int LONGEST = 600;

  /** A line that may begin a note; number 0 when none is printed. */
  private record Line(int number, Span whole, Span body) {}

  private final Reading reading;
  private final List<Line> lines = new ArrayList<>();

  private NoteFinder(Reading reading) {
    this.reading = reading;
  }

  /** {@return the notes of a text, in the order in which they stand} */
  static List<NumberedNote> in(Reading reading) {
    NoteFinder finder = new NoteFinder(reading);
    finder.readLines();
    return finder.notes(finder.sequence());
  }

  private void readLines() {
    String text = reading.text();
    List<Integer> starts = new ArrayList<>();
    Matcher m = LINE.matcher(text);
    while (m.find()) {
      if (m.group(1) != null || isAfterBlankLine(text, m.start())) {
        starts.add(m.start());
      }
    }
    for (int i = 0; i < starts.size(); i++) {
      add(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : text.length());
    }
  }

  private static boolean isAfterBlankLine(String text, int start) {
    int at = start - 2;
    while (at >= 0 && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at < 0 || text.charAt(at) == '\n';
  }

  private void add(int start, int next) {
    String text = reading.text();
    Matcher blank = BLANK_LINE.matcher(text).region(start, next);
    Span whole = reading.trimmed(start, blank.find() ? blank.start() : next);
    Matcher m = LINE.matcher(text).region(whole.begin(), whole.end());
    if (m.find()) {
      String digits = m.group(1);
      Span body = reading.trimmed(digits == null ? whole.begin() : m.end(1), whole.end());
      lines.add(new Line(digits == null ? 0 : Integer.parseInt(digits), whole, body));
    }
  }

  /** The longest run of lines with rising numbers and small gaps, as indexes of lines. */
  private List<Integer> sequence() {
    int[] length = new int[lines.size()];
    int[] before = new int[lines.size()];
    int last = -1;
    for (int i = 0; i < lines.size(); i++) {
      before[i] = -1;
      int number = lines.get(i).number();
      if (number == 0) {
        continue;
      }
      length[i] = 1;
      for (int j = i - 1; j >= 0; j--) {
        int gap = number - lines.get(j).number();
        if (length[j] > 0 && gap > 0 && gap <= LARGEST_GAP && length[j] + 1 > length[i]) {
          length[i] = length[j] + 1;
          before[i] = j;
        }
      }
      last = last < 0 || length[i] > length[last] ? i : last;
    }
    List<Integer> run = new ArrayList<>();
    for (int i = last; i >= 0; i = before[i]) {
      run.add(i);
    }
    Collections.reverse(run);
    return run.size() > 1 ? run : List.of();
  }

  private List<NumberedNote> notes(List<Integer> sequence) {
    List<NumberedNote> notes = new ArrayList<>();
    int previous = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (sequence.contains(i)) {
        previous = line.number();
        notes.add(new NumberedNote(Integer.toString(previous), line.whole(), line.body(), true));
      } else if (!sequence.isEmpty() && isCitation(line)) {
        String number = Integer.toString(++previous);
        notes.add(new NumberedNote(number, line.whole(), line.body(), false));
      }
    }
    return notes;
  }

  private boolean isCitation(Line line) {
    String body = reading.text().substring(line.body().begin(), line.body().end());
    return body.length() <= LONGEST
        && CITATION.matcher(body).find()
        && (line.number() > 0 || !body.matches("(?s)\\p{Ll}.*|.*[.!?][”\"»]?\\d+$"));
  }
}
