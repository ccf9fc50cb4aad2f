// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.time.Duration;

/**
 * How much queries, shapes and reads of graphs may take; what a text may hold is said by the
 * constants.
 *
 * @param first how long one may take to its first result
 * @param whole how long one may take altogether
 * @param rows the most rows of one answer
 * @param bytes the most bytes of one answer, before compression
 * @param memory the most bytes that all of them together hold of rows, roughly
 * @param moment what has a processor for less than this is short, and waits for nobody
 * @param longAtOnce how many that take longer run at the same time; the others wait
 * @param longWaiting how many of these wait; one more is turned away
 */
public record QueryLimits(
    Duration first,
    Duration whole,
    long rows,
    long bytes,
    long memory,
    Duration moment,
    int longAtOnce,
    int longWaiting) {
  /** The most answers at a time that are sent while they are made: each waits for its client. */
  public static final int STREAMS = 48;

  /** The most characters of a text that a function makes. */
  public static final int TEXT = 4 << 20;

  /** The longest regular expression: for reading one, Java takes the square of its length. */
  public static final int PATTERN = 10_000;

  /** The most letters of a name that is looked for or compared; of more, the first count. */
  public static final int LETTERS = 500;

  /** The most digits of a number. */
  public static final int DIGITS = 10_000;

  /** The most days by which a time is moved; they are more than 2,700 years. */
  public static final int DAYS = 1_000_000;

  /** The most graphs that a query names by FROM, or a request: Jena looks through all for each. */
  public static final int GRAPHS = 10_000;

  /** The deepest nesting of brackets. */
  public static final int DEPTH = 100;

  /** The deepest nesting of EXISTS, of which each level doubles the time of planning. */
  public static final int EXISTS = 12;

  /** How often a query names a variable, at most. */
  public static final int VARIABLES = 10_000;

  /** The most different variables: for reading a query, Jena takes the square of their number. */
  public static final int NAMES = 1_000;

  /** The most things that DESCRIBE names: Jena looks through those before for each. */
  public static final int DESCRIBED = 1_000;

  /** The most characters of all names, each written out: with its prefix, or from its base on. */
  public static final int NAMED = 16 << 20;

  /** The most commas and semicolons. */
  public static final int COMMAS = 20_000;

  /** The most opened brackets. */
  public static final int GROUPS = 20_000;

  /** The most steps of a path, each repetition counted. */
  public static final int STEPS = 1000;

  /**
   * {@return the same with other limits of time}
   *
   * @param first to the first result
   * @param whole altogether
   */
  public QueryLimits within(Duration first, Duration whole) {
    return new QueryLimits(first, whole, rows, bytes, memory, moment, longAtOnce, longWaiting);
  }

  /**
   * {@return the same with other limits of size}
   *
   * @param rows the most rows of one answer
   * @param bytes the most bytes of one answer
   * @param memory the most bytes that are held
   */
  public QueryLimits upTo(long rows, long bytes, long memory) {
    return new QueryLimits(first, whole, rows, bytes, memory, moment, longAtOnce, longWaiting);
  }

  /**
   * {@return the same with other numbers of long ones}
   *
   * @param moment what is short
   * @param atOnce how many run
   * @param waiting how many wait
   */
  public QueryLimits sharing(Duration moment, int atOnce, int waiting) {
    return new QueryLimits(first, whole, rows, bytes, memory, moment, atOnce, waiting);
  }

  /**
   * {@return the defaults: a quarter of the heap; one processor is left to short queries where
   * there are several}
   */
  public static QueryLimits usual() {
    return new QueryLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        1_000_000,
        1L << 30,
        Runtime.getRuntime().maxMemory() / 4,
        Duration.ofMillis(100),
        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
        40);
  }

  /** {@return none, for who asks on their own machine} */
  static QueryLimits none() {
    Duration day = Duration.ofDays(1);
    return new QueryLimits(day, day, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, day, 1, 0);
  }
}
