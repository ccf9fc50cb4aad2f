// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;

/**
 * A part of a thing's page.
 *
 * @param id the part's own fragment
 * @param title its heading
 * @param groups what stands under it
 */
record Section(String id, String title, List<Group> groups) {

  /**
   * Lines of one kind.
   *
   * @param id names the group in addresses; unique on the page
   * @param title what the lines have in common; null where the section's heading says it
   * @param lines those that are shown
   * @param number how many there are
   * @param more where all are; null when all are shown
   * @param disputes where sources differ about several of the lines at once
   */
  record Group(
      String id, Term title, List<Line> lines, int number, String more, List<Sides> disputes) {
    boolean hasMore() {
      return more != null;
    }

    boolean isSeveral() {
      return number > 1;
    }
  }

  /**
   * One fact.
   *
   * @param when its date in words; may be empty
   * @param key sorts it among others
   * @param pieces what is told
   * @param details what belongs to it: the role, by whom appointed, what it says
   * @param standing why it is not to be taken as plain; null for what is accepted
   * @param evidence who says it
   * @param inferred whether nobody says it, because it follows from other facts
   * @param disputes where sources differ about it, with the answers that they give
   */
  record Line(
      String when,
      String key,
      List<Term> pieces,
      List<List<Term>> details,
      String standing,
      List<Evidence> evidence,
      boolean inferred,
      List<Sides> disputes) {

    boolean hasEvidence() {
      return !evidence.isEmpty();
    }

    boolean isDated() {
      return !when.isEmpty();
    }

    /** {@return the sources in a few words} */
    String sources() {
      List<String> names = evidence.stream().map(Evidence::source).distinct().toList();
      return names.size() <= MOST_SOURCES
          ? String.join(" · ", names)
          : String.join(" · ", names.subList(0, MOST_SOURCES))
              + " and %d more".formatted(names.size() - MOST_SOURCES);
    }

    private static final int MOST_SOURCES = 3;
  }
}
