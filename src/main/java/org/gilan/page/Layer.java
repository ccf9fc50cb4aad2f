// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import org.apache.jena.graph.Node;
import org.gilan.vocab.Gilan;

/** What can be switched on in the views. */
enum Layer {
  /** What happened. */
  EVENTS("Event", List.of("involved"), List.of("place", "origin", "destination")),

  /** What bodies and people decided. */
  DECISIONS("Decision", List.of("speaker", "addressee"), List.of("concerns")),

  /** Letters, telegrams, notes, reports and whatever else was sent to somebody. */
  LETTERS("Record", List.of("sender", "issuedBy", "recipient", "copyTo"), List.of("concerns"));

  private final Node type;
  private final List<Node> actors;
  private final List<Node> places;

  Layer(String type, List<String> actors, List<String> places) {
    this.type = Gilan.term(type);
    this.actors = actors.stream().map(Gilan::term).toList();
    this.places = places.stream().map(Gilan::term).toList();
  }

  /** {@return the class of its things} */
  Node type() {
    return type;
  }

  /** {@return the properties that lead to people and bodies} */
  List<Node> actors() {
    return actors;
  }

  /** {@return the properties that lead to places} */
  List<Node> places() {
    return places;
  }

  /** {@return its name in addresses and, with a capital, on pages} */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
