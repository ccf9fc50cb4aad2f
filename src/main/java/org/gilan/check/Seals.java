// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.gilan.document.Documents;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.vocab.Gilan;

/**
 * The digests of passages, kept in {@code data/passages.tsv}: a line {@code document begin,end
 * digest} for each. A passage that moves by a character has another digest, or none, and so is
 * found out even where the texts are not at hand.
 */
public final class Seals {
  /** Where the seals lie within a project. */
  public static final String FILE = "data/passages.tsv";

  private static final int DIGEST_LENGTH = 16;

  private final Map<Passage, String> digests;

  private Seals(Map<Passage, String> digests) {
    this.digests = digests;
  }

  /**
   * Reads a project's seals.
   *
   * @param home the project's folder
   * @return its seals; none when there is no file
   * @throws IOException when the file is there but cannot be read
   */
  public static Seals read(Path home) throws IOException {
    Map<Passage, String> digests = new TreeMap<>();
    Path file = home.resolve(FILE);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] parts = line.split("[\t,]");
        if (parts.length == 4) {
          digests.put(
              new Passage(
                  Gilan.DOCUMENT + parts[0],
                  Integer.parseInt(parts[1]),
                  Integer.parseInt(parts[2])),
              parts[3]);
        }
      }
    }
    return new Seals(digests);
  }

  /**
   * Seals passages; one whose text is not at hand keeps the seal it had.
   *
   * @param passages the passages to seal, all others lose their seals
   * @param documents the texts at hand
   * @return the seals
   */
  public Seals seal(Collection<Passage> passages, Documents documents) {
    Map<Passage, String> sealed = new TreeMap<>();
    for (Passage passage : passages) {
      documents
          .text(passage.document())
          .filter(text -> passage.end() <= text.length())
          .map(text -> digest(text, passage))
          .or(() -> of(passage))
          .ifPresent(digest -> sealed.put(passage, digest));
    }
    return new Seals(sealed);
  }

  /**
   * Writes the seals, ordered by passage.
   *
   * @param home the project's folder
   * @throws IOException when the file cannot be written
   */
  public void write(Path home) throws IOException {
    StringBuilder lines = new StringBuilder();
    digests.forEach(
        (p, digest) ->
            lines
                .append(p.document().substring(Gilan.DOCUMENT.length()))
                .append('\t')
                .append(p.begin())
                .append(',')
                .append(p.end())
                .append('\t')
                .append(digest)
                .append('\n'));
    Files.writeString(home.resolve(FILE), lines);
  }

  /**
   * {@return the digest under which a passage was sealed}
   *
   * @param passage any passage
   */
  public Optional<String> of(Passage passage) {
    return Optional.ofNullable(digests.get(passage));
  }

  /** {@return the passages that are sealed} */
  public Collection<Passage> passages() {
    return digests.keySet();
  }

  /**
   * {@return the first 64 bits of the SHA-256 of a passage's text in UTF-8, in hexadecimal}
   *
   * @param text the text
   * @param passage a passage within it
   */
  public static String digest(SourceText text, Passage passage) {
    String words = text.slice(passage.begin(), passage.end());
    return DigestUtils.sha256Hex(words).substring(0, DIGEST_LENGTH);
  }
}
