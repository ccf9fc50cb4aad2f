// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * Drafts the notes that the graph does not have yet, each with the sentence that bears its mark.
 */
final class NoteDrafts {
  private final Extraction extraction;
  private final String document;
  private final Map<NumberedNote, String> iris = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  NoteDrafts(Extraction extraction) {
    this.extraction = extraction;
    this.document = extraction.reading().document();
    List<Passage> known = known();
    int mark = 0;
    for (NumberedNote note : extraction.notes()) {
      Passage passage = extraction.reading().passage(note.whole());
      Optional<Passage> same = known.stream().filter(passage::overlaps).findFirst();
      iris.put(note, Block.iri(same.orElse(passage)));
      if (same.isEmpty()) {
        mark = draft(note, passage, mark);
      }
    }
  }

  /** {@return the new notes, in order} */
  List<Block> blocks() {
    return blocks;
  }

  /** {@return a note's IRI as Turtle writes it} */
  String iri(NumberedNote note) {
    return iris.get(note);
  }

  private List<Passage> known() {
    return extraction.holdings().graph().stream(null, Gilan.number, Node.ANY)
        .filter(t -> extraction.holdings().isA(t.getSubject(), "Note"))
        .flatMap(t -> Passage.parse(t.getSubject().getURI()).stream())
        .filter(p -> p.document().equals(document))
        .toList();
  }

  private int draft(NumberedNote note, Passage passage, int lastMark) {
    String slug = document.substring(Gilan.DOCUMENT.length());
    Block block = new Block(Block.iri(passage)).says("a gilan:Note");
    block.says("rdfs:label " + Block.text(slug + ", note " + note.number()) + "@en");
    int mark = mark(note.number(), lastMark);
    if (mark > 0) {
      Passage at = extraction.reading().passage(new Span(mark, mark + 1));
      extraction.sentences().stream()
          .filter(at::overlaps)
          .findFirst()
          .ifPresent(s -> block.says("gilan:annotates " + Block.iri(s)));
    }
    block.says("gilan:inDocument <" + document.substring(Gilan.BASE.length()) + ">");
    block.says("gilan:number " + Block.text(note.number()));
    if (!note.sure()) {
      block.says(
          "skos:editorialNote \"The number is damaged or missing; it follows from its place.\"@en");
    }
    blocks.add(block);
    return Math.max(mark, lastMark);
  }

  /** Where the running text bears the mark of a note, after the mark before it; 0 when nowhere. */
  private int mark(String number, int from) {
    Pattern pattern = Pattern.compile("(?<=[\\p{L}\\p{P}])" + number + "(?![\\d\\p{L}.,-])");
    Matcher m = pattern.matcher(extraction.reading().text());
    int at = from;
    while (m.find(at)) {
      int begin = m.start();
      if (extraction.notes().stream().noneMatch(n -> n.whole().contains(begin))) {
        return begin;
      }
      at = m.end();
    }
    return 0;
  }
}
