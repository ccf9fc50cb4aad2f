// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.gilan.document.Passage;

/** The page of one document: its bibliography and its contents, each part leading to its text. */
record DocumentPage(
    String title,
    Address address,
    List<Term> types,
    List<Facts.Group> facts,
    boolean readable,
    List<Entry> contents,
    int parts,
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
    boolean isSourced() {
      return claims > 0;
    }

    boolean hasNotes() {
      return notes > 0;
    }
  }

  boolean hasContents() {
    return !contents.isEmpty();
  }

  static DocumentPage of(Site site, LinkedWording wording, Node document, List<Node> fragments) {
    Reading reading = new Reading(site, document, fragments);
    List<Reading.Part> parts = reading.parts();
    Facts facts = new Facts(site.graph().dataset().getDefaultGraph(), wording);
    Claims claims = new Claims(site.graph().dataset().getDefaultGraph());
    List<Entry> contents = new ArrayList<>();
    int all = 0;
    Entry open = new Entry("The whole text", "?part=1", 0, 0);
    for (int i = 0; i < parts.size(); i++) {
      for (Reading.Block block : parts.get(i).blocks()) {
        boolean isSection = block.heading() != null && reading.isSection(block.heading());
        if (isSection) {
          add(contents, open);
          open = new Entry(wording.text(block.heading()), href(block, i + 1), 0, 0);
        }
        int resting = block.passages().stream().mapToInt(node -> claims.on(node).size()).sum();
        int note = block.heading() != null && !isSection ? 1 : 0;
        open = new Entry(open.name(), open.href(), open.claims() + resting, open.notes() + note);
        all += resting;
      }
    }
    add(contents, open);
    return new DocumentPage(
        wording.text(document),
        Address.of(site, wording, document),
        facts.types(document),
        facts.about(document, Set.of()),
        site.documents().text(document.getURI()).isPresent(),
        contents,
        parts.size(),
        all);
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
