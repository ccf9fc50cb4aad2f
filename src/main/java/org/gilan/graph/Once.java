// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.function.Supplier;

/**
 * Makes a value when it is first asked for, once for all threads, and keeps it.
 *
 * @param <T> what is made
 */
public final class Once<T> implements Supplier<T> {
  private final Supplier<T> make;
  private volatile T made;

  /**
   * Makes nothing yet.
   *
   * @param make makes the value
   */
  public Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public T get() {
    T known = made;
    if (known == null) {
      synchronized (this) {
        if (made == null) {
          made = make.get();
        }
        known = made;
      }
    }
    return known;
  }
}
