// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.jetty.http.EtagUtils;

/**
 * Lets clients keep answers: with the tag of an earlier answer they hear that it still holds (304),
 * and get it anew when it does not.
 *
 * <p>The tags are weak: two answers with one tag say the same, but an answer may be compressed, and
 * rows may come in another order.
 */
final class EntityTag {
  private static final String WEAK = "W/";
  private static final int BYTES = 18;

  /** Another program may answer otherwise from the same graph. */
  private static final String PROGRAM =
      String.valueOf(EntityTag.class.getPackage().getImplementationVersion());

  private EntityTag() {}

  /** {@return the tag of what is known by these bytes} */
  static String of(byte[] bytes) {
    byte[] some = Arrays.copyOf(DigestUtils.sha256(bytes), BYTES);
    return WEAK + '"' + Base64.getUrlEncoder().encodeToString(some) + '"';
  }

  /**
   * {@return the tag of what is known by these words together}
   *
   * @param words texts, and lists of texts; each is preceded by its length, so that no others, and
   *     none that are parted otherwise, make the same sum
   */
  static String of(Object... words) {
    StringBuilder all = new StringBuilder(PROGRAM);
    add(Arrays.asList(words), all);
    return of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void add(Object word, StringBuilder all) {
    if (word instanceof List<?> list) {
      all.append(list.size()).append(';');
      list.forEach(one -> add(one, all));
    } else {
      String text = word.toString();
      all.append(text.length()).append(':').append(text);
    }
  }

  /**
   * {@return whether a tag is among those that a client has; {@code *} is any}
   *
   * @param known the values of {@code If-None-Match}
   */
  static boolean isKnown(String tag, List<String> known) {
    return isNamed(tag, known) || known.contains("*");
  }

  /**
   * {@return whether a tag itself is among those that a client has}
   *
   * <p>The comparison is the weak one of RFC 9110 section 8.8.3.2, as section 13.1.2 asks: {@code
   * W/} does not matter. A suffix that a proxy has put for its compression does not matter either.
   *
   * @param known the values of {@code If-None-Match}
   */
  static boolean isNamed(String tag, List<String> known) {
    for (String list : known) {
      for (String one : list.split(",")) {
        if (EtagUtils.matches(strong(tag), strong(one.strip()))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String strong(String tag) {
    return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
  }
}
