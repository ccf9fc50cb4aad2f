// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a document's text: an RFC 5147 character range, in Unicode code points.
 *
 * @param document the document's IRI, without fragment
 * @param begin the offset of the first character, from 0
 * @param end the offset after the last character
 */
public record Passage(String document, int begin, int end) implements Comparable<Passage> {
  private static final Pattern IRI = Pattern.compile("([^#]+)#char=(\\d{1,9}),(\\d{1,9})");

  /**
   * {@return the passage that an IRI names, or nothing when it is not a character range}
   *
   * @param iri for instance {@code https://w3id.org/gilan/document/x#char=10,20}
   */
  public static Optional<Passage> parse(String iri) {
    Matcher m = IRI.matcher(iri);
    return m.matches()
        ? Optional.of(
            new Passage(m.group(1), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3))))
        : Optional.empty();
  }

  /** {@return the passage's IRI} */
  public String iri() {
    return document + "#char=" + begin + "," + end;
  }

  /**
   * {@return whether the two share at least one character}
   *
   * @param other a passage of the same or another document
   */
  public boolean overlaps(Passage other) {
    return document.equals(other.document) && begin < other.end && other.begin < end;
  }

  @Override
  public int compareTo(Passage other) {
    int byDocument = document.compareTo(other.document);
    if (byDocument != 0) {
      return byDocument;
    }
    return begin != other.begin
        ? Integer.compare(begin, other.begin)
        : Integer.compare(end, other.end);
  }
}
