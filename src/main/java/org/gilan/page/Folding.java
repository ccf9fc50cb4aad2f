// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Folds names so that spellings meet: Latin, Cyrillic and Arabic script, diacritics, hyphens and
 * apostrophes.
 *
 * <p>A {@link #plain plain} form keeps the letters of its script. A {@link #key key} keeps what all
 * transliterations of a name share: the consonants. Vowels go, for Persian does not write them and
 * no two transliterations agree on them ({@code Kuchik}, {@code Koochak}); {@code v}, {@code w},
 * {@code y} and {@code h} go with them except at the beginning, where one sign stands for every
 * vowel ({@code Anzali}, {@code Enzeli}).
 */
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SILENT = Pattern.compile("['’ʼ‘ʹʺ`´\\u200c\\u200d\"“”«»]");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern HYPHENS = Pattern.compile("(?<=\\p{L})[-‐‑–](?=\\p{L})");

  /** Letters whose meaning would go with their marks, or that have none to lose. */
  private static final Map<String, String> LETTERS =
      table(
          "ç ch  č ch  ć ch  ş sh  š sh  ś sh  ž zh  ğ gh  ə a  ı i  ø o  ł l  ß ss  æ a  œ o"
              + "  а a  б b  в v  г g  ґ g  ғ gh  д d  е e  ё o  ж zh  з z  и i  й y  і i  к k  қ q"
              + "  л l  м m  н n  о o  п p  р r  с s  т t  у u  ф f  х kh  һ h  ҳ h  ц ts  ч ch"
              + "  ш sh  щ sh  ъ -  ы i  ь -  э e  ю yu  я ya  ј y  ҹ j  ҝ g  ә a  ө o  ү u  џ j"
              + "  ا a  آ a  أ a  إ a  ٱ a  ء -  ئ y  ؤ v  ب b  پ p  ت t  ث s  ج j  چ ch  ح h  خ kh"
              + "  د d  ذ z  ر r  ز z  ژ zh  س s  ش sh  ص s  ض z  ط t  ظ z  ع a  غ gh  ف f  ق q"
              + "  ک k  ك k  گ g  ل l  م m  ن n  و v  ه h  ة h  ی y  ي y  ى y");

  /** Clusters that say one sound, longest first. */
  private static final Map<String, String> SOUNDS =
      table(
          "tsch C  dzh J  tch C  sch S  dj J  zh J  kh H  gh G  ch C  sh S  ph f  th t  ck k  ts s"
              + "  tz s  j J  q G  g G  x H  c k  z z");

  private static final List<String> CLUSTERS =
      List.of(
          "tsch", "dzh", "tch", "sch", "dj", "zh", "kh", "gh", "ch", "sh", "ph", "th", "ck", "ts",
          "tz", "j", "q", "g", "x", "c", "z");

  private static final String VOWELS = "aeiouyvwh";

  private Folding() {}

  /** {@return the words of a name in lower case without marks, hyphens joined and apart} */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>(split(name));
    if (HYPHENS.matcher(name).find()) {
      split(HYPHENS.matcher(name).replaceAll("")).stream()
          .filter(word -> !words.contains(word))
          .forEach(words::add);
    }
    return words;
  }

  /** {@return the words that a reader typed, a hyphen joining what it stands between} */
  static List<String> asked(String text) {
    return split(HYPHENS.matcher(text).replaceAll(""));
  }

  private static List<String> split(String name) {
    String plain = plain(SILENT.matcher(Scripts.latin(name)).replaceAll(""));
    return List.of(GAPS.split(plain)).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** {@return the text in lower case without marks, letters that look alike made one} */
  static String plain(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder kept = new StringBuilder();
    for (String letter : composed.split("")) {
      boolean isLatin = letter.codePointCount(0, letter.length()) == 1 && letter.charAt(0) < 0x250;
      String spelt = isLatin ? LETTERS.get(letter) : null;
      kept.append(spelt == null ? letter : spelt);
    }
    String bare = Normalizer.normalize(kept, Normalizer.Form.NFKD);
    return MARKS
        .matcher(bare)
        .replaceAll("")
        .replace('ك', 'ک')
        .replace('ي', 'ی')
        .replace('ى', 'ی')
        .strip();
  }

  /** {@return the sounds of a word that every spelling keeps; empty for a word of vowels only} */
  static String key(String word) {
    String latin = latin(plain(word));
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < latin.length()) {
      String cluster = cluster(latin, at);
      String sound = cluster.isEmpty() ? sound(latin, at) : softened(latin, at, cluster);
      if (!sound.isEmpty() && !key.toString().endsWith(sound)) {
        key.append(sound);
      }
      at += Math.max(1, cluster.length());
    }
    return key.toString();
  }

  private static String cluster(String latin, int at) {
    return CLUSTERS.stream().filter(c -> latin.startsWith(c, at)).findFirst().orElse("");
  }

  /** Before e, i and y a Latin c is an s. */
  private static String softened(String latin, int at, String cluster) {
    boolean soft = cluster.equals("c") && at + 1 < latin.length();
    return soft && "eiy".indexOf(latin.charAt(at + 1)) >= 0 ? "s" : SOUNDS.get(cluster);
  }

  private static String sound(String latin, int at) {
    char letter = latin.charAt(at);
    if (VOWELS.indexOf(letter) < 0) {
      return Character.isLetterOrDigit(letter) ? String.valueOf(letter) : "";
    }
    if (at > 0) {
      return "";
    }
    return letter == 'h' ? "H" : letter == 'v' || letter == 'w' ? "v" : "A";
  }

  private static String latin(String plain) {
    StringBuilder latin = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      String letter = String.valueOf(plain.charAt(i));
      String spelt = LETTERS.getOrDefault(letter, letter);
      latin.append(spelt.equals("-") ? "" : spelt);
    }
    return latin.toString();
  }

  private static Map<String, String> table(String pairs) {
    Map<String, String> table = new HashMap<>();
    String[] words = pairs.strip().split("\\s+");
    for (int i = 0; i < words.length; i += 2) {
      table.put(words[i], words[i + 1]);
    }
    return Map.copyOf(table);
  }
}
