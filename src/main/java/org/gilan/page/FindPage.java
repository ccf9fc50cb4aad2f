// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.apache.jena.graph.Node;
import org.gilan.vocab.Gilan;

/** The page of things found by name or listed by kind. */
record FindPage(String title, String words, String kind, int number, List<Names.Entry> found) {
  /** How many things are listed at most. */
  static final int MOST = 500;

  boolean isShortened() {
    return number > found.size();
  }

  boolean isOne() {
    return number == 1;
  }

  /** A kind is named as in the ontology, for instance {@code Person}; an empty one means any. */
  static FindPage of(Names names, LinkedWording wording, String words, String kind) {
    Node type = kind.isEmpty() ? null : Gilan.term(kind);
    List<Names.Entry> found = names.find(words, type);
    String what = type == null ? "Everything" : "Kind: " + wording.text(type);
    return new FindPage(
        words.isBlank() ? what : "“" + words.strip() + "”",
        words.strip(),
        type == null ? null : wording.text(type),
        found.size(),
        found.subList(0, Math.min(MOST, found.size())));
  }
}
