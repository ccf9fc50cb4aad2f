// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.time.Duration;

/**
 * How gently an endpoint is asked.
 *
 * @param pause the least time between two requests
 * @param backOff the wait after a first failure; doubled after each further one
 * @param tries how often one request is sent before giving up
 * @param patience the longest wait that the endpoint may ask for; beyond it we give up
 * @param answer the longest that one answer may take to arrive whole
 */
public record Pace(
    Duration pause, Duration backOff, int tries, Duration patience, Duration answer) {

  /**
   * {@return five tries with waits of 5, 10, 20 and 40 seconds, and up to ten minutes when told to;
   * two minutes for an answer, as Wikidata itself stops a query after one}
   *
   * @param pause the least time between two requests
   */
  public static Pace every(Duration pause) {
    return new Pace(pause, Duration.ofSeconds(5), 5, Duration.ofMinutes(10), Duration.ofMinutes(2));
  }

  /** {@return the wait after so many failures, the first being 1} */
  Duration waitAfter(int failures) {
    return backOff.multipliedBy(1L << (failures - 1));
  }
}
