// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.document.Passage;
import org.gilan.graph.Wording;
import org.gilan.vocab.Gilan;

/** The page of one document: its bibliography and its contents, each part leading to its text. */
record DocumentPage(
    String title,
    Address address,
    String bibliography,
    String note,
    List<Facts.Group> facts,
    boolean readable,
    List<Entry> contents,
    List<Note> notes,
    int claims) {

  /**
   * A section of the document.
   *
   * @param name the section
   * @param href where it can be read
   * @param claims how many claims rest on it
   * @param notes how many notes it has
   */
  record Entry(String name, String href, int claims, int notes) {
    boolean hasNotes() {
      return notes > 0;
    }
  }

  /**
   * A note with what it cites.
   *
   * @param name for instance "note 3"
   * @param href where it can be read
   * @param cited the papers and works, each as the note cites it
   */
  record Note(String name, String href, List<Cited> cited) {}

  /**
   * What a note cites.
   *
   * @param what papers and works
   * @param where the files of archives that keep them
   * @param sheets the sheets or pages, in words; empty when not said
   */
  record Cited(List<Term> what, List<Term> where, String sheets) {}

  boolean hasContents() {
    return !contents.isEmpty();
  }

  boolean hasNotes() {
    return !notes.isEmpty();
  }

  static DocumentPage of(Site site, LinkedWording wording, Node document, Reading reading) {
    List<Reading.Part> parts = reading.parts();
    Graph graph = site.graph().dataset().getDefaultGraph();
    Claims claims = new Claims(graph);
    List<Entry> contents = new ArrayList<>();
    Entry open = new Entry("The whole text", "?part=1", 0, 0);
    for (int i = 0; i < parts.size(); i++) {
      for (Reading.Block block : parts.get(i).blocks()) {
        boolean isSection = block.heading() != null && reading.isSection(block.heading());
        if (isSection) {
          add(contents, open);
          open = new Entry(wording.text(block.heading()), href(block, i + 1), 0, 0);
        }
        int resting = resting(claims, block);
        int note = block.heading() != null && !isSection ? 1 : 0;
        open = new Entry(open.name(), open.href(), open.claims() + resting, open.notes() + note);
      }
    }
    add(contents, open);
    return new DocumentPage(
        wording.text(document),
        Address.of(site, wording, document),
        Bibliography.of(graph, wording, document),
        Bibliography.note(graph, document),
        new Facts(graph, wording).about(document, Set.of(SKOS.editorialNote.asNode())),
        site.documents().text(document.getURI()).isPresent(),
        contents,
        notes(graph, wording, reading),
        claims.in(document));
  }

  /** Claims that rest on more than one passage of a block count once. */
  private static int resting(Claims claims, Reading.Block block) {
    return (int)
        block.passages().stream()
            .flatMap(passage -> claims.on(passage).stream())
            .map(Claims.Claim::node)
            .distinct()
            .count();
  }

  private static List<Note> notes(Graph graph, LinkedWording wording, Reading reading) {
    return reading.notes().stream()
        .flatMap(node -> note(graph, wording, node, reading).stream())
        .toList();
  }

  private static Optional<Note> note(
      Graph graph, LinkedWording wording, Node note, Reading reading) {
    return Passage.parse(note.getURI())
        .map(
            passage ->
                new Note(
                    wording.text(note).replaceFirst(".*, (?=note )", ""),
                    reading.address(passage),
                    G.listPO(graph, Gilan.term("citingNote"), note).stream()
                        .map(citation -> cited(graph, wording, citation))
                        .sorted(Comparator.comparing(cited -> cited.what().toString()))
                        .toList()));
  }

  private static Cited cited(Graph graph, LinkedWording wording, Node citation) {
    String words =
        Stream.of("sheet", "page")
            .flatMap(
                noun ->
                    wording.literals(citation, Gilan.term(noun + "s")).stream()
                        .map(wording::text)
                        .map(numbers -> Wording.leaves(noun, numbers)))
            .collect(Collectors.joining(", "));
    return new Cited(
        terms(graph, wording, citation, "cites"), terms(graph, wording, citation, "keptIn"), words);
  }

  private static List<Term> terms(
      Graph graph, LinkedWording wording, Node citation, String property) {
    return G.listSP(graph, citation, Gilan.term(property)).stream()
        .map(wording::term)
        .sorted(Comparator.comparing(Term::text))
        .toList();
  }

  private static void add(List<Entry> contents, Entry entry) {
    if (entry.claims() > 0 || !entry.name().startsWith("The whole")) {
      contents.add(entry);
    }
  }

  private static String href(Reading.Block block, int part) {
    String anchor = Passage.parse(block.heading().getURI()).map(Passage::fragment).orElse("");
    return "?part=" + part + anchor;
  }
}
