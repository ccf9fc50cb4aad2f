// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

/**
 * A question that the site offers as a start.
 *
 * @param title the question, as a person asks it
 * @param topic what it is about, in a word; questions of one topic stand together
 * @param sparql the query that answers it
 */
public record Example(String title, String topic, String sparql) {
  /**
   * Makes a question without a topic.
   *
   * @param title the question, as a person asks it
   * @param sparql the query that answers it
   */
  public Example(String title, String sparql) {
    this(title, "", sparql);
  }
}
