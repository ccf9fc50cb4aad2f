// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.gilan.document.Documents;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * The mentions of known things in the documents, kept in {@code data/mentions.tsv}: a line {@code
 * document begin,end id} for each, ordered by passage. A name that may mean several things is left
 * out.
 */
public final class MentionList {
  /** Where the mentions lie within a project. */
  public static final String FILE = "data/mentions.tsv";

  private final TreeMap<Passage, String> lines = new TreeMap<>();
  private int ambiguous;

  private MentionList() {}

  /**
   * Finds the mentions in all texts at hand.
   *
   * @param assembly the graph that knows the names
   * @param documents the texts
   * @return the mentions
   */
  public static MentionList of(Assembly assembly, Documents documents) {
    MentionList list = new MentionList();
    KnownNames names = KnownNames.of(assembly, null);
    for (SourceText text : documents.texts()) {
      Extraction extraction = Extraction.of(assembly, names, text);
      new MentionContext(assembly, extraction.reading(), extraction.mentions())
          .meant()
          .forEach(m -> list.add(extraction.reading().passage(m.span()), m));
    }
    return list;
  }

  private void add(Passage passage, Mention mention) {
    if (mention.isAmbiguous()) {
      ambiguous++;
      return;
    }
    String line =
        String.join(
            "\t",
            passage.document().substring(Gilan.DOCUMENT.length()),
            passage.begin() + "," + passage.end(),
            mention.thing().getURI().substring(Gilan.ID.length()));
    lines.put(passage, line);
  }

  /** {@return the lines, in order} */
  public List<String> lines() {
    return List.copyOf(lines.values());
  }

  /** {@return how many names were left out because they may mean several things} */
  public int ambiguous() {
    return ambiguous;
  }

  /**
   * Writes the mentions.
   *
   * @param home the project's folder
   * @throws IOException when the file cannot be written
   */
  public void write(Path home) throws IOException {
    Files.writeString(home.resolve(FILE), String.join("\n", lines.values()) + "\n");
  }
}
