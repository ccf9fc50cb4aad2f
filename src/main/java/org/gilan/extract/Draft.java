// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * Writes what was read from a document as Turtle for a person to confirm or correct. It holds
 * offsets, names of known things, numbers, dates and titles, never a sentence of the document.
 */
public final class Draft {
  private static final String HEADER =
      """
      # Draft made by ./gilan extract. Nothing here is data until somebody has read it.
      # 1. Hold each statement against its passage; correct it or delete it.
      # 2. Doubtful statements begin with «# ?»: delete the mark to confirm, the line to reject.
      #    id:unknown stands for what the graph does not know yet; describe it first.
      # 3. Move the blocks into the files of data/, then run ./gilan seal and ./gilan validate.
      # The comments at the end list the sentences with the dates and known names in them.
      """;

  private final Assembly assembly;
  private final Extraction extraction;

  private Draft(Assembly assembly, Extraction extraction) {
    this.assembly = assembly;
    this.extraction = extraction;
  }

  /**
   * {@return the draft, in the house style, so that {@code validate} reads it}
   *
   * @param assembly the graph
   * @param extraction what was read
   * @param text the text it was read from
   * @param fileName the name of its file
   */
  public static String of(
      Assembly assembly, Extraction extraction, SourceText text, String fileName) {
    return new Draft(assembly, extraction).write(text, fileName);
  }

  private String write(SourceText text, String fileName) {
    NoteDrafts notes = new NoteDrafts(extraction);
    List<Collection<Block>> parts = new ArrayList<>();
    boolean known =
        assembly.graph().documents().stream().anyMatch(d -> d.iri().equals(text.document()));
    if (!known) {
      parts.add(List.of(document(text, fileName)));
    }
    parts.add(notes.blocks());
    parts.addAll(new RecordDrafts(extraction, notes).blocks());
    parts.add(new WorkDrafts(extraction, notes).blocks());
    String body =
        parts.stream()
            .flatMap(Collection::stream)
            .map(Block::toString)
            .collect(Collectors.joining("\n"));
    return prefixes(body) + "\n" + HEADER + "\n" + body + "\n# Sentences\n" + sentences();
  }

  private static Block document(SourceText text, String fileName) {
    String slug = text.document().substring(Gilan.DOCUMENT.length());
    return new Block("<document/" + slug + ">")
        .says("a gilan:Document")
        .says("rdfs:label " + Block.text(slug) + "@en")
        .says("dcterms:identifier " + Block.text(fileName))
        .says("gilan:length " + text.length())
        .says("gilan:sha256 " + Block.text(text.sha256()));
  }

  private String prefixes(String body) {
    String turtle =
        body.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    StringBuilder lines = new StringBuilder("VERSION \"1.2\"\nBASE <" + Gilan.BASE + ">\n");
    assembly
        .sources()
        .prefixes()
        .forEach(
            (prefix, iri) -> {
              if (turtle.matches("(?s).*(?:\\s|\\^\\^)" + prefix + ":\\w.*")) {
                lines.append("PREFIX ").append(prefix).append(": <").append(iri).append(">\n");
              }
            });
    return lines.toString();
  }

  private String sentences() {
    TreeMap<Passage, String> found = new TreeMap<>();
    for (Mention mention : extraction.mentions()) {
      String things =
          mention.things().stream()
              .map(thing -> Block.id(thing.getURI()))
              .collect(Collectors.joining(" or "));
      found.put(
          extraction.reading().passage(mention.span()),
          things + (mention.isAmbiguous() ? " (which?)" : ""));
    }
    for (Dated date : extraction.dates()) {
      String note = date.carried() ? " (year from before)" : "";
      found.merge(
          extraction.reading().passage(date.span()), date.literal() + note, (a, b) -> a + ", " + b);
    }
    StringBuilder out = new StringBuilder();
    for (Passage sentence : extraction.sentences()) {
      out.append("#\n# ").append(Block.iri(sentence)).append('\n');
      Passage first = new Passage(sentence.document(), sentence.begin(), 0);
      Passage last = new Passage(sentence.document(), sentence.end(), 0);
      for (Map.Entry<Passage, String> e : found.subMap(first, last).entrySet()) {
        Passage p = e.getKey();
        out.append("#   " + p.begin() + "-" + p.end() + " " + e.getValue() + "\n");
      }
    }
    return out.toString();
  }
}
