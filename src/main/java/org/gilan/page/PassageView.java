// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;

/**
 * A passage as templates show it: where it is, its words if the text is at hand, the claims on it.
 *
 * @param href the passage's own page
 * @param name which passage of its section or note it is
 * @param place the section or note it stands in
 * @param document the document it is a passage of
 * @param quotation the words in their place; null when they cannot be shown
 * @param obstacle why they cannot be shown; null when they are
 * @param claims the claims that rest on it
 */
record PassageView(
    String href,
    String name,
    String place,
    Term document,
    Quotation quotation,
    String obstacle,
    List<Facts.Row> claims) {

  static PassageView of(Passage passage, Site site, LinkedWording wording) {
    SourceText text = site.documents().text(passage.document()).orElse(null);
    String obstacle = obstacle(text, passage);
    return new PassageView(
        Addresses.path(passage.iri()).orElseThrow(),
        wording.name(passage),
        wording.place(passage),
        wording.term(NodeFactory.createURI(passage.document())),
        obstacle == null ? Quotation.of(text, passage) : null,
        obstacle,
        claims(NodeFactory.createURI(passage.iri()), site, wording));
  }

  private static String obstacle(SourceText text, Passage passage) {
    if (text == null) {
      return "The texts are not part of the distribution. Start the server with --documents DIR,"
          + " where DIR is a folder that holds the document’s file, to read the passage here.";
    }
    if (passage.begin() >= passage.end()) {
      return "The range is empty: its end must come after its beginning.";
    }
    if (passage.end() > text.length()) {
      return "The document has only " + text.length() + " characters.";
    }
    return passage.end() - passage.begin() > Quotation.LONGEST
        ? "A passage is a sentence or two. This one is too long to show: ask for "
            + Quotation.LONGEST
            + " characters or fewer."
        : null;
  }

  /** {@return the claims that rest on a passage, as rows} */
  static List<Facts.Row> claims(Node passage, Site site, LinkedWording wording) {
    Evidences evidences = new Evidences(site, wording);
    return new Claims(site.graph().dataset().getDefaultGraph())
        .on(passage).stream().map(claim -> Facts.Row.of(claim, wording, evidences)).toList();
  }
}
