// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** The text of one document. All offsets are Unicode code points from 0, ends exclusive. */
public final class SourceText {
  private final String document;
  private final String text;
  private final int[] points;
  private final String sha256;

  private SourceText(String document, String text, String sha256) {
    this.document = document;
    this.text = text;
    this.points = text.codePoints().toArray();
    this.sha256 = sha256;
  }

  /**
   * Reads a document's file, which must be UTF-8; nothing in it is normalised.
   *
   * @param document the document's IRI
   * @param file where its text lies
   * @return the text
   * @throws IOException when the file cannot be read or is not UTF-8
   */
  public static SourceText read(String document, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new SourceText(document, text, DigestUtils.sha256Hex(bytes));
    } catch (CharacterCodingException e) {
      throw new IOException(file + " is not UTF-8", e);
    }
  }

  /** {@return the IRI of the document} */
  public String document() {
    return document;
  }

  /** {@return the SHA-256 of the file, in lower-case hexadecimal} */
  public String sha256() {
    return sha256;
  }

  /** {@return the number of code points} */
  public int length() {
    return points.length;
  }

  /**
   * {@return the text between two offsets}
   *
   * @param begin the first offset, within the text
   * @param end the offset after the last, not beyond {@link #length()}
   */
  public String slice(int begin, int end) {
    return new String(points, begin, end - begin);
  }

  /**
   * {@return every place where the words stand, whatever white space or line breaks divide them}
   *
   * @param words at least one word
   */
  public List<Passage> find(String words) {
    String pattern =
        Arrays.stream(words.strip().split("\\s+"))
            .map(Pattern::quote)
            .collect(Collectors.joining("\\s+"));
    List<Passage> found = new ArrayList<>();
    Matcher m = Pattern.compile(pattern).matcher(text);
    while (m.find()) {
      found.add(passage(m.start(), m.end()));
    }
    return found;
  }

  /** {@return the sentences of the text, in order, headings and notes among them} */
  public List<Passage> sentences() {
    return Sentences.of(text).stream().map(s -> passage(s.begin(), s.end())).toList();
  }

  private Passage passage(int begin, int end) {
    return new Passage(document, text.codePointCount(0, begin), text.codePointCount(0, end));
  }
}
