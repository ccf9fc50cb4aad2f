// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;

/**
 * Reads what another server says in its headers. Whatever that is, it makes nothing fail: what
 * cannot be understood is as if it were not there.
 */
public final class StrangersHeaders {
  /** Digits, whole or in groups of three: DBpedia's kin says 10000, others 10,000. */
  private static final Pattern NUMBER =
      Pattern.compile("\\s*(\\d{1,3}(?:[,.'_\\u00a0 ]\\d{3})+|\\d+)(?!\\w).*");

  private static final int MOST_DIGITS = 18;

  private StrangersHeaders() {}

  /**
   * {@return the number that a header begins with; -1 when there is none}
   *
   * @param headers of an answer
   * @param name of the header
   */
  public static long number(HttpFields headers, String name) {
    String value = headers.get(name);
    return value == null ? -1 : number(value);
  }

  private static long number(String value) {
    Matcher matcher = NUMBER.matcher(value);
    if (!matcher.matches()) {
      return -1;
    }
    String digits = matcher.group(1).replaceAll("\\D", "");
    return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /**
   * {@return how many seconds the server wants to be left alone; 0 when it does not say}
   *
   * @param headers with {@code Retry-After} in seconds or as a date, RFC 9110 section 10.2.3
   * @param now from when the pause is counted
   */
  public static long pause(HttpFields headers, Instant now) {
    String value = headers.get("Retry-After");
    if (value == null) {
      return 0;
    }
    long date = date(value);
    return Math.max(0, date < 0 ? number(value) : secondsUntil(Instant.ofEpochMilli(date), now));
  }

  /** Not a moment too early: a part of a second is a second. */
  private static long secondsUntil(Instant date, Instant now) {
    return Duration.between(now, date).plusNanos(999_999_999).toSeconds();
  }

  private static long date(String value) {
    try {
      return HttpDateTime.parseToEpoch(value);
    } catch (RuntimeException e) { // it promises not to throw, of a stranger's text
      return -1;
    }
  }
}
