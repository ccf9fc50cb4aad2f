// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final DateRange JUNE =
      new DateRange(LocalDate.of(1920, 6, 1), LocalDate.of(1920, 6, 30));
  private static final DateRange AUGUST =
      new DateRange(LocalDate.of(1920, 8, 1), LocalDate.of(1920, 8, 31));

  @Test
  void leavesOpenWhatNothingTells() {
    assertThat(Bounds.from(JUNE)).isEqualTo(new Bounds(JUNE.earliest(), JUNE.latest(), null, null));
    assertThat(Bounds.to(JUNE)).isEqualTo(new Bounds(null, null, JUNE.earliest(), JUNE.latest()));
    assertThat(Bounds.NONE.isEmpty()).isTrue();
    assertThat(Bounds.attested(JUNE).isEmpty()).isFalse();
  }

  @Test
  void takesTheNarrowerOfTwo() {
    Bounds both = Bounds.from(JUNE).and(Bounds.to(AUGUST)).and(Bounds.attested(AUGUST));
    assertThat(both)
        .isEqualTo(new Bounds(JUNE.earliest(), JUNE.latest(), AUGUST.earliest(), AUGUST.latest()));
    assertThat(Bounds.within(JUNE).and(Bounds.NONE)).isEqualTo(Bounds.within(JUNE));
  }

  @Test
  void knowsWhatCannotBe() {
    assertThat(Bounds.within(JUNE).isPossible()).isTrue();
    assertThat(Bounds.from(AUGUST).and(Bounds.to(JUNE)).isPossible()).isFalse();
  }
}
