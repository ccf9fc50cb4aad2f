// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final String HEADER =
      """
      #+ summary: Who sailed?
      #+ description: One row a sailor.
      #+ columns: sailor boat
      #+ rows: 2..9
      #+ tags: boats, first steps
      """;

  @Test
  void readsItsFrontMatter() {
    Question question = Question.parse("who-sailed", HEADER + "SELECT ?sailor ?boat {}");
    assertThat(question.summary()).isEqualTo("Who sailed?");
    assertThat(question.columns()).containsExactly("sailor", "boat");
    assertThat(question.tags()).containsExactly("boats", "first steps");
    assertThat(question.fewest()).isEqualTo(2);
    assertThat(question.most()).isEqualTo(9);
  }

  @Test
  void readsOpenAndExactRowCounts() {
    assertThat(Question.parse("q", HEADER.replace("2..9", "3..")).most())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(Question.parse("q", HEADER.replace("2..9", "3")).most()).isEqualTo(3);
  }

  @Test
  void refusesAMissingKeyAWrongOrderAndRowsThatAreNoNumber() {
    assertThatThrownBy(() -> Question.parse("q", HEADER.replace("#+ rows: 2..9\n", "")))
        .hasMessageContaining("q.rq: begin with");
    assertThatThrownBy(() -> Question.parse("q", "#+ tags: x\n" + HEADER))
        .hasMessageContaining("in this order");
    assertThatThrownBy(() -> Question.parse("q", HEADER.replace("2..9", "some")))
        .hasMessageContaining("write rows as");
    assertThatThrownBy(() -> Question.parse("q", HEADER.replace("#+ tags: ", "#+ tags=")))
        .hasMessageContaining("key: value");
  }
}
