// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;

/**
 * A text that a regular expression reads until the query is cancelled: Java's engine backtracks, on
 * some expressions for longer than anybody lives, and looks at nothing but the text.
 */
final class TimedText implements CharSequence {
  private final CharSequence text;
  private final AtomicBoolean cancel;

  TimedText(CharSequence text, AtomicBoolean cancel) {
    this.text = text;
    this.cancel = cancel;
  }

  @Override
  public char charAt(int index) {
    if (cancel.get()) {
      throw new QueryCancelledException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new TimedText(text.subSequence(start, end), cancel);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
