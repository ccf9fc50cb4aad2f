// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

/**
 * A text that a regular expression reads as long as its work may go on: Java's engine backtracks,
 * on some expressions for longer than anybody lives, and looks at nothing but the text.
 */
final class TimedText implements CharSequence {
  private final CharSequence text;
  private final Work work;

  TimedText(CharSequence text, Work work) {
    this.text = text;
    this.work = work;
  }

  @Override
  public char charAt(int index) {
    if (work != null) {
      work.step();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new TimedText(text.subSequence(start, end), work);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
