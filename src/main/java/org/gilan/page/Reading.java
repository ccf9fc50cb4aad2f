// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.graph.Once;
import org.gilan.vocab.Gilan;

/**
 * A document cut into parts that are light enough to be read as one page each: its paragraphs, or
 * without the text its sections, with the claims that rest on them.
 */
final class Reading {
  /** About how many bytes of HTML a part may become. */
  private static final int HEAVY = 110_000;

  private static final int CLAIM_WEIGHT = 230;
  private static final int PASSAGE_WEIGHT = 110;

  /**
   * A stretch of the document.
   *
   * @param begin its first character
   * @param end the one after its last
   * @param heading the section or note that begins with it; null for none
   * @param passages the passages that begin in it, in the order of the text
   */
  record Block(int begin, int end, Node heading, List<Node> passages) {}

  /** A part: its blocks. */
  record Part(List<Block> blocks) {
    int begin() {
      return blocks.get(0).begin();
    }

    int end() {
      return blocks.get(blocks.size() - 1).end();
    }
  }

  private final List<Node> fragments;
  private final Graph graph;
  private final SourceText text;
  private final TreeMap<Integer, List<Node>> passages = new TreeMap<>();
  private final TreeMap<Integer, Node> headings = new TreeMap<>();
  private final Map<Node, Integer> claims;
  private final Once<List<Part>> parts = new Once<>(this::cut);
  private int last;

  Reading(Site site, Node document, List<Node> fragments) {
    this.fragments = fragments;
    this.graph = site.graph().dataset().getDefaultGraph();
    this.text = site.documents().text(document.getURI()).orElse(null);
    for (Node node : fragments) {
      Passage.parse(node.getURI()).ifPresent(passage -> read(node, passage));
    }
    this.claims =
        passages.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(node -> node, this::count, (a, b) -> a));
  }

  private void read(Node node, Passage passage) {
    last = Math.max(last, passage.end());
    if (isPart(node)) {
      headings.merge(passage.begin(), node, (a, b) -> a);
    }
    if (graph.contains(Node.ANY, Vocabulary.DERIVED_FROM, node)) {
      passages.computeIfAbsent(passage.begin(), begin -> new ArrayList<>()).add(node);
    }
  }

  private boolean isPart(Node node) {
    return graph.contains(node, RDF.type.asNode(), Gilan.Section)
        || graph.contains(node, RDF.type.asNode(), Gilan.Note);
  }

  private int count(Node passage) {
    return graph.find(Node.ANY, Vocabulary.DERIVED_FROM, passage).toList().size();
  }

  /** {@return the notes, in the order of the text} */
  List<Node> notes() {
    return fragments.stream()
        .filter(node -> graph.contains(node, RDF.type.asNode(), Gilan.Note))
        .toList();
  }

  /** {@return the parts, in the order of the text; at least one} */
  List<Part> parts() {
    return parts.get();
  }

  private List<Part> cut() {
    List<Part> parts = new ArrayList<>();
    List<Block> open = new ArrayList<>();
    int weight = 0;
    for (Block block : blocks()) {
      int more = weight(block);
      boolean isSection = block.heading() != null && isSection(block.heading());
      boolean isFull = weight + more > HEAVY || isSection && weight > HEAVY / 2;
      if (isFull && !open.isEmpty()) {
        parts.add(new Part(List.copyOf(open)));
        open.clear();
        weight = 0;
      }
      open.add(block);
      weight += more;
    }
    if (!open.isEmpty() || parts.isEmpty()) {
      parts.add(new Part(open.isEmpty() ? List.of(new Block(0, 0, null, List.of())) : open));
    }
    return parts;
  }

  /** {@return the number of the part that holds a character, from 1} */
  private int partOf(int character) {
    int found = 1;
    for (int i = 0; i < parts().size(); i++) {
      found = parts().get(i).begin() <= character ? i + 1 : found;
    }
    return found;
  }

  /** {@return the part of an address that leads to the part that holds a passage} */
  String query(Passage passage) {
    return "?part=" + partOf(passage.begin());
  }

  /** {@return the same, and on to the passage itself where its part has an anchor for it} */
  String address(Passage passage) {
    Node node = NodeFactory.createURI(passage.iri());
    boolean hasAnchor = isPart(node) || text != null && claims.containsKey(node);
    return query(passage) + (hasAnchor ? passage.fragment() : "");
  }

  boolean isSection(Node node) {
    return graph.contains(node, RDF.type.asNode(), Gilan.Section);
  }

  private int weight(Block block) {
    int letters = text == null ? 0 : block.end() - block.begin();
    return letters
        + block.passages().size() * PASSAGE_WEIGHT
        + block.passages().stream().mapToInt(claims::get).sum() * CLAIM_WEIGHT;
  }

  private List<Block> blocks() {
    TreeSet<Integer> begins = new TreeSet<>(headings.keySet());
    begins.add(0);
    if (text == null) {
      begins.addAll(passages.keySet());
    } else {
      last = text.length();
      addParagraphs(begins);
    }
    List<Block> blocks = new ArrayList<>();
    for (int begin : begins) {
      Integer next = begins.higher(begin);
      int end = next == null ? last : next;
      List<Node> inside =
          passages.subMap(begin, Math.max(begin, end)).values().stream()
              .flatMap(List::stream)
              .toList();
      if (end > begin && (text == null || !text.slice(begin, end).isBlank() || !inside.isEmpty())) {
        blocks.add(new Block(begin, end, headings.get(begin), inside));
      }
    }
    return blocks;
  }

  /** A line of the file is a paragraph; so is a run of short ones, as scanned pages have them. */
  private void addParagraphs(TreeSet<Integer> begins) {
    String all = text.slice(0, text.length());
    int at = 0;
    int since = 0;
    for (String line : all.split("(?<=\n)")) {
      int length = line.codePointCount(0, line.length());
      at += length;
      if (line.isBlank() || at - since > LONGEST_RUN) {
        begins.add(at);
        since = at;
      }
    }
  }

  private static final int LONGEST_RUN = 900;

  /** {@return the node of a document's passage} */
  static Node node(Passage passage) {
    return NodeFactory.createURI(passage.iri());
  }
}
