// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.vocab.Gilan;

/** One part of a document to be read: the text, if it is at hand, with its claims beside it. */
record ReadingPage(
    String title, String back, boolean readable, List<Block> blocks, Paging paging, String cited) {

  /**
   * A paragraph.
   *
   * @param heading the section or note that begins here; null for none
   * @param anchor the heading's fragment
   * @param pieces the text, cut where passages begin and end; empty without the text
   * @param claims what rests on it
   */
  record Block(
      String heading, String anchor, boolean isNote, List<Piece> pieces, List<Claim> claims) {
    boolean hasClaims() {
      return !claims.isEmpty();
    }

    boolean hasText() {
      return !pieces.isEmpty();
    }
  }

  /**
   * A run of characters that lie in the same passages.
   *
   * @param text the characters
   * @param passages the passages, by their ranges, with spaces; empty for none
   * @param anchors the fragments of the passages that begin here
   */
  record Piece(String text, String passages, List<String> anchors) {}

  /** A claim: what it says, where it leads, and on which range it rests. */
  record Claim(
      String sentence,
      String href,
      String handle,
      String range,
      String anchor,
      List<String> remarks) {}

  static ReadingPage of(
      Site site, LinkedWording wording, Node document, Reading reading, int asked) {
    List<Reading.Part> parts = reading.parts();
    int number = Math.max(1, Math.min(asked, parts.size()));
    Graph graph = site.graph().dataset().getDefaultGraph();
    SourceText text = site.documents().text(document.getURI()).orElse(null);
    Claims claims = new Claims(graph);
    Evidences evidences = new Evidences(site, wording);
    List<Block> blocks = new ArrayList<>();
    for (Reading.Block block : parts.get(number - 1).blocks()) {
      List<Claim> resting = new ArrayList<>();
      for (Node passage : block.passages()) {
        claims.on(passage).forEach(claim -> resting.add(claim(claim, passage, wording, evidences)));
      }
      blocks.add(block(reading, block, text, resting, wording));
    }
    return new ReadingPage(
        wording.text(document),
        Addresses.path(document.getURI()).orElseThrow(),
        text != null,
        blocks,
        new Paging(
            number,
            parts.size(),
            number > 1 ? "?part=" + (number - 1) : null,
            number < parts.size() ? "?part=" + (number + 1) : null),
        Asked.of(name -> name.equals("part") ? Integer.toString(number) : "")
            .cited(document.getURI().substring(Gilan.BASE.length()), "part"));
  }

  private static Claim claim(
      Claims.Claim claim, Node passage, LinkedWording wording, Evidences evidences) {
    Passage range = Passage.parse(passage.getURI()).orElseThrow();
    Evidence evidence = evidences.brief(claim);
    return new Claim(
        wording.plainSentence(claim.statement()),
        evidence.href(),
        evidence.handle(),
        range.begin() + "-" + range.end(),
        range.fragment(),
        evidence.remarks());
  }

  private static Block block(
      Reading reading,
      Reading.Block block,
      SourceText text,
      List<Claim> claims,
      LinkedWording wording) {
    Node heading = block.heading();
    return new Block(
        heading == null ? null : wording.text(heading),
        heading == null
            ? null
            : Passage.parse(heading.getURI()).map(p -> p.fragment().substring(1)).orElse(null),
        heading != null && !reading.isSection(heading),
        text == null ? List.of() : pieces(block, text, claims),
        claims);
  }

  private static List<Piece> pieces(Reading.Block block, SourceText text, List<Claim> claims) {
    List<Passage> passages =
        claims.stream()
            .map(Claim::range)
            .distinct()
            .flatMap(range -> Passage.parse(text.document() + "/" + range).stream())
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(block.begin(), block.end()));
    for (Passage passage : passages) {
      cuts.add(passage.begin());
      cuts.add(Math.min(block.end(), passage.end()));
    }
    List<Piece> pieces = new ArrayList<>();
    for (int from : cuts.headSet(block.end())) {
      int to = cuts.higher(from);
      String within =
          passages.stream()
              .filter(passage -> passage.begin() <= from && passage.end() >= to)
              .map(passage -> passage.begin() + "-" + passage.end())
              .collect(java.util.stream.Collectors.joining(" "));
      List<String> anchors =
          passages.stream()
              .filter(passage -> passage.begin() == from && !isHeading(block, passage))
              .map(passage -> passage.fragment().substring(1))
              .toList();
      pieces.add(new Piece(text.slice(from, to), within, anchors));
    }
    return pieces;
  }

  /** The heading bears the anchor of its own range. */
  private static boolean isHeading(Reading.Block block, Passage passage) {
    return block.heading() != null && block.heading().equals(NodeFactory.createURI(passage.iri()));
  }
}
