// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a document's text, in Unicode code points. It is a resource of its own, {@code
 * …/document/<slug>/<begin>-<end>}, and says its RFC 5147 character range.
 *
 * @param document the document's IRI
 * @param begin the offset of the first character, from 0
 * @param end the offset after the last character
 */
public record Passage(String document, int begin, int end) implements Comparable<Passage> {
  private static final Pattern IRI = Pattern.compile("([^#]+)/(\\d{1,9})-(\\d{1,9})");

  /**
   * {@return the passage that an IRI names, or nothing when it names none}
   *
   * @param iri for instance {@code https://w3id.org/gilan/document/x/10-20}
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
    return document + "/" + begin + "-" + end;
  }

  /**
   * {@return the character range within the document, RFC 5147, for instance {@code #char=10,20}}
   */
  public String fragment() {
    return "#char=" + begin + "," + end;
  }

  /**
   * {@return whether the two share at least one character}
   *
   * @param other a passage of the same or another document
   */
  public boolean overlaps(Passage other) {
    return begin < other.end && other.begin < end && document.equals(other.document);
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
