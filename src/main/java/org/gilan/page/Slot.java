// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/**
 * Where on a thing's page a statement belongs.
 *
 * @param section the id of a section
 * @param group the id of a group in it
 * @param title the group's heading; null when the section's says it
 */
record Slot(String section, String group, Term title) {
  static final String OFFICES = "offices";
  static final String COURSE = "course";
  static final String ARTICLES = "articles";
  static final String TREATIES = "treaties";
  static final String LETTERS = "letters";
  static final String TIES = "ties";
  static final String SAID = "said";
  static final String ABOUT = "about";
  static final String FACTS = "facts";
  static final String OTHERS = "others";
  static final String TECHNICAL = "technical";

  private static final Set<String> STEPS =
      Set.of("Proposal", "Decision", "Demand", "Order", "Plan", "Announcement", "Promise");

  /** Finds the slots of the statements about one node. */
  record Finder(Node page, Statements statements, LinkedWording wording) {
    /** {@return where the statement belongs; null for one that the page tells elsewhere} */
    Slot of(Triple triple) {
      String property = property(triple);
      if (Roles.APART.contains(property)) {
        return null;
      }
      if (Roles.TECHNICAL.contains(property)) {
        return new Slot(TECHNICAL, property, heading(triple.getPredicate()));
      }
      if (Roles.TIES.contains(property)) {
        return new Slot(TIES, property, heading(triple.getPredicate()));
      }
      return triple.getSubject().equals(page) ? own(triple, property) : other(triple, property);
    }

    private Slot own(Triple triple, String property) {
      return property.equals("hasArticle")
          ? new Slot(ARTICLES, property, null)
          : new Slot(FACTS, property, heading(triple.getPredicate()));
    }

    private Slot other(Triple triple, String property) {
      Node subject = triple.getSubject();
      if (Roles.OFFICES.contains(property)) {
        return new Slot(OFFICES, "offices", null);
      }
      if (Roles.APPOINTMENTS.contains(property)) {
        return new Slot(OFFICES, property, Term.plain(Roles.inAppointment(property)));
      }
      if (property.equals("articleOf")) {
        return new Slot(ARTICLES, property, null);
      }
      if (statements.isA(subject, "Event") || isStep(subject)) {
        return new Slot(COURSE, "course", null);
      }
      if (statements.isA(subject, "Utterance")) {
        return uttered(triple, property);
      }
      if (statements.isA(subject, "Agreement") && property.equals("party")) {
        return new Slot(TREATIES, property, null);
      }
      if (statements.isA(subject, "Record") && Roles.CORRESPONDENCE.contains(property)) {
        return new Slot(LETTERS, property, Term.plain(Roles.inRecord(property)));
      }
      return new Slot(OTHERS, property, heading(triple.getPredicate()));
    }

    private Term heading(Node property) {
      return capital(wording.property(property));
    }

    private static Term capital(Term term) {
      String text = term.text().substring(0, 1).toUpperCase(Locale.ROOT) + term.text().substring(1);
      return new Term(text, term.href(), term.lang(), term.exact(), term.apart());
    }

    /** What was proposed and decided about a treaty is part of its course. */
    private boolean isStep(Node subject) {
      return statements.isA(page, "Agreement")
          && STEPS.stream().anyMatch(type -> statements.isA(subject, type));
    }

    private Slot uttered(Triple triple, String property) {
      if (!property.equals("speaker")) {
        return new Slot(ABOUT, property, heading(triple.getPredicate()));
      }
      List<Node> kinds =
          statements.types(triple.getSubject()).stream()
              .filter(type -> type.toString().startsWith(Gilan.NS))
              .toList();
      String kind = kinds.isEmpty() ? "Utterance" : kinds.get(0).getLocalName();
      return new Slot(SAID, kind, capital(wording.term(Gilan.term(kind))));
    }
  }

  /** {@return whether its lines are the values of one property, which are compared as a whole} */
  boolean isTable() {
    return section.equals(FACTS);
  }

  /** {@return the local name of the statement's property} */
  static String property(Triple triple) {
    return triple.getPredicate().getLocalName();
  }
}
