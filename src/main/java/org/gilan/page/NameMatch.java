// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One name, folded, and how well it answers to what somebody typed.
 *
 * @param whole its letters without gaps
 * @param words its words, in their own script
 * @param keys the sounds of each word
 * @param key the sounds of all together
 */
record NameMatch(String whole, List<String> words, Set<String> keys, String key) {
  private static final int SAME = 100;
  private static final int SAME_SOUND = 90;
  private static final int WORDS = 80;
  private static final int SOUNDS = 70;
  private static final int BEGINNINGS = 60;
  private static final int SOUND_BEGINNINGS = 45;
  private static final int PART = 40;
  private static final int SHORTEST_SOUND = 3;
  private static final int NEAR = 2;

  /**
   * What somebody typed.
   *
   * @param words its words
   * @param keys the sounds of each
   * @param whole its letters without gaps
   * @param key the sounds of all together
   */
  record Query(List<String> words, List<String> keys, String whole, String key) {
    static Query of(String text) {
      List<String> words = Folding.asked(text);
      List<String> keys = words.stream().map(Folding::key).toList();
      return new Query(words, keys, String.join("", words), String.join("", keys));
    }

    /** Whether there is enough of a sound to go by: a single consonant would fit everything. */
    boolean isHeard() {
      return keys.stream().allMatch(key -> key.length() > 1);
    }
  }

  static NameMatch of(String name) {
    List<String> words = Folding.words(name);
    List<String> asked = Folding.asked(name);
    return new NameMatch(
        String.join("", asked),
        words,
        words.stream().map(Folding::key).collect(Collectors.toUnmodifiableSet()),
        asked.stream().map(Folding::key).collect(Collectors.joining()));
  }

  /** {@return how well the name answers; 0 for not at all} */
  int score(Query query) {
    if (whole.equals(query.whole)) {
      return SAME;
    }
    if (query.isHeard() && key.equals(query.key)) {
      return SAME_SOUND;
    }
    if (words.containsAll(query.words)) {
      return WORDS;
    }
    if (query.isHeard() && (keys.containsAll(query.keys) || keys.contains(query.key))) {
      return SOUNDS;
    }
    if (all(query.words, word -> words.stream().anyMatch(w -> w.startsWith(word)))) {
      return BEGINNINGS;
    }
    if (all(query.keys, k -> k.length() >= SHORTEST_SOUND && begins(k))) {
      return SOUND_BEGINNINGS;
    }
    boolean isLong = query.whole.length() >= SHORTEST_SOUND;
    return isLong && all(query.words, whole::contains) ? PART : 0;
  }

  private boolean begins(String sound) {
    return keys.stream().anyMatch(key -> key.startsWith(sound));
  }

  private static boolean all(List<String> parts, java.util.function.Predicate<String> test) {
    return parts.stream().allMatch(test);
  }

  /** {@return whether each word asked for is within two letters of one of the name's} */
  boolean isNear(Query query) {
    return query.words.stream()
        .allMatch(
            asked ->
                words.stream()
                    .anyMatch(
                        word ->
                            word.length() > NEAR + 1
                                && distance(asked, word)
                                    <= (asked.length() > 2 * NEAR ? NEAR : 1)));
  }

  /** How many letters must be changed, added or left out to make one word of the other. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
