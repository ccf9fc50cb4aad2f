// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {
  private static final String ARCHIVE = Gilan.ID + "lake-archives";

  @TempDir Path folder;
  private Invented invented;

  @BeforeEach
  void makeAProject() {
    invented = Invented.in(folder);
  }

  private List<Citation> citations(String... notes) {
    StringBuilder text = new StringBuilder("A story of boats.1 And of sacks.2\n");
    for (int i = 0; i < notes.length; i++) {
      text.append("\n").append(i + 1).append(' ').append(notes[i]).append("\n");
    }
    text.append("\n").append(notes.length + 1).append(" See: a closing remark.\n");
    return invented.extraction(text.toString()).citations();
  }

  private static List<String> locals(List<Part> parts) {
    return parts.stream().map(p -> p.value().substring(Gilan.ID.length())).toList();
  }

  @Test
  void readsEnglishNotation() {
    Citation c =
        citations(
                "See: Telegram from B. Reed to Anna Lodge and the Ferry Council, 22.05.1911, State"
                    + " Archives of the Lake (further SAL), rec. gr. 7, inv. 2c, f. 21, sheets"
                    + " 4-5.")
            .get(0);
    assertThat(c.kind().value()).isEqualTo("Telegram");
    assertThat(locals(c.parties().senders())).containsExactly("boris-reed");
    assertThat(locals(c.parties().recipients())).containsExactly("anna-lodge", "ferry-council");
    assertThat(c.date().value()).isEqualTo("1911-05-22");
    assertThat(c.place().key()).isEqualTo(Shelfmark.key(ARCHIVE, "7", "2c", "21"));
    assertThat(c.place().sheets().value()).isEqualTo("4-5");
    assertThat(c.place().isSure()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Телеграмма Б. Рида Лоджу. 22.05.1911 // ГАО, ф.7, оп.2с, д.21, л.4-5",
        "Телеграмма Рида Лоджу, 22.05.1911, ГАО, ф. 7, оп. 2с, д. 21, л. 4–5.",
        "Telegram from B. Reed to Lodge, 22.05.1911, ГАО, f. 7, op. 2c, d. 21, l. 4-5"
      })
  void readsRussianNotation(String note) {
    Citation c = citations(note).get(0);
    assertThat(c.kind().value()).isEqualTo("Telegram");
    assertThat(locals(c.parties().senders())).containsExactly("boris-reed");
    assertThat(locals(c.parties().recipients())).containsExactly("anna-lodge");
    assertThat(c.date().value()).isEqualTo("1911-05-22");
    assertThat(c.place().key()).isEqualTo(Shelfmark.key(ARCHIVE, "7", "2c", "21"));
    assertThat(c.place().sheets().value()).isEqualTo("4-5");
  }

  @Test
  void readsWhoWroteInWhateverOrderTheNoteHasIt() {
    List<Citation> all =
        citations(
            "B. Reed's urgent telegram to Lodge, 1.06.1911, SAL, rec. gr. 1, inv. 1, f. 1, sheet"
                + " 1.",
            "B. Reed, Theses on boats, May 1911, SAL, rec. gr. 1, inv. 1, f. 1, sheet 2.",
            "B. Reed to Anna Lodge. Copies to the Ferry Council. On nets, 1911, SAL, rec. gr. 1,"
                + " inv. 1, f. 1, sheet 3.",
            "Extract from Protocol No. 5 of the joint sitting of the Ferry Council. On nets,"
                + " 2.06.1911, SAL, rec. gr. 1, inv. 1, f. 1, sheet 4.");
    assertThat(all)
        .extracting(c -> c.kind().value())
        .containsExactly("Telegram", "Record", "Letter", "Protocol");
    assertThat(all)
        .extracting(c -> locals(c.parties().senders()).toString())
        .containsExactly("[boris-reed]", "[boris-reed]", "[boris-reed]", "[ferry-council]");
    assertThat(locals(all.get(0).parties().recipients())).containsExactly("anna-lodge");
    assertThat(locals(all.get(2).parties().copies())).containsExactly("ferry-council");
    assertThat(all).extracting(c -> c.place().sheets().value()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void leavesUnreadWhomTheGraphDoesNotKnow() {
    Citation c =
        citations(
                "Letter from the Commodore of the Ferry Council to Z. Nobody, 1.06.1911, SAL,"
                    + " rec. gr. 1, inv. 1, f. 1, sheet 1.")
            .get(0);
    assertThat(c.parties().senders()).isEmpty();
    assertThat(c.parties().recipients()).isEmpty();
    assertThat(c.parties().unread()).extracting(Part::value).containsExactly("sender", "recipient");
    assertThat(c.place().archive()).isNull();
    assertThat(c.place().isSure()).isFalse();
  }

  @Test
  void readsWhatIsLeftOfDamagedNotes() {
    List<Citation> all =
        citations(
            "Tenerpamma I Yuuepuny. 29.06.1911 // TAO, ¢.5, on.1, A.2178, n.1",
            "Letter from B. Reed to Lodge, 31.06.1911, SAL, rec. gr. 7, Inventory 2, f. 177, sheet"
                + " '",
            "Письмо Рида Лоджу // ГАО, &.7, on.3¢, 4.21, n.");
    assertThat(all.get(0).place().key()).isEqualTo(Shelfmark.key(null, "5", "1", "2178"));
    assertThat(all.get(0).place().fond().sure()).isFalse();
    assertThat(all.get(1).date()).isNull();
    assertThat(all.get(1).place().inventory().value()).isEqualTo("2");
    assertThat(all.get(1).place().sheets()).isNull();
    assertThat(all.get(2).place().key()).isEqualTo(Shelfmark.key(ARCHIVE, "7", "3c", "21"));
    assertThat(all.get(2).place().isSure()).isFalse();
  }

  @Test
  void followsWorksThroughLaterNotes() {
    List<Citation> all =
        citations(
            "See: B. Reed, Boats of the lake, Mill Town, 1909, pp. 12-13; A. Wren, Nets, Paris,"
                + " 1900.",
            "B. Reed, op. cit., p. 14.",
            "Ibid., pp. 15-16.",
            "Boats of the lake, p. 17.",
            "Letter from B. Reed to Lodge, 1.06.1911, ГАО, ф.1, оп.1, д.1, л.1",
            "Ibid., л.2");
    Publication boats = all.get(0).work();
    assertThat(boats.title().value()).isEqualTo("Boats of the lake");
    assertThat(boats.place().value()).isEqualTo("Mill Town");
    assertThat(boats.year().value()).isEqualTo("1909");
    assertThat(all.subList(2, 5)).extracting(c -> c.work().first()).containsOnly(boats);
    assertThat(all.get(3).work().first()).isNotNull();
    assertThat(all.get(6).place().sheets().value()).isEqualTo("2");
    assertThat(all.get(6).place().sheets().sure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fa-IR", "tr-TR"})
  void readsTheSameInEveryLocale(String tag) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      readsEnglishNotation();
      readsWhatIsLeftOfDamagedNotes();
      followsWorksThroughLaterNotes();
    } finally {
      Locale.setDefault(before);
    }
  }
}
