// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.apache.jena.graph.Node;

/** The headings of the sections of a thing's page. */
final class Headings {
  private Headings() {}

  static String of(String section, Node node, Statements statements) {
    return switch (section) {
      case Slot.OFFICES -> offices(node, statements);
      case Slot.COURSE -> course(node, statements);
      case Slot.ARTICLES -> "Articles";
      case Slot.TREATIES -> "Treaties";
      case Slot.LETTERS -> "Letters and papers";
      case Slot.TIES -> "Allies, opponents and ties";
      case Slot.SAID -> "What was said";
      case Slot.ABOUT ->
          statements.isA(node, "Actor") ? "What was said of and to them" : "What was said about it";
      case Slot.FACTS -> "What is known";
      case Slot.TECHNICAL -> "For editors and programs";
      default -> "Elsewhere in the graph";
    };
  }

  private static String offices(Node node, Statements statements) {
    return statements.isA(node, "Person")
        ? "Offices and memberships"
        : statements.isA(node, "Post") ? "Who held it" : "Who sat in it and spoke for it";
  }

  private static String course(Node node, Statements statements) {
    if (statements.isA(node, "Person")) {
      return "Life";
    }
    if (statements.isA(node, "Place")) {
      return "What happened here";
    }
    if (statements.isA(node, "Agreement")) {
      return "From proposal to ratification";
    }
    return statements.isA(node, "Group") ? "History" : "Course";
  }
}
