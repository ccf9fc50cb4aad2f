// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is long: what keeps a processor, not what waits for one. */
@Timeout(60)
class WorkTest {
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMillis(400);

  /** One runs at a time, and nobody may wait. */
  private final Capacity capacity = new Capacity(QueryLimits.usual().sharing(MOMENT, 1, 0));

  @Test
  void needsATurnOnceItHasWorkedForAMoment() {
    try (Work first = capacity.begin();
        Work second = capacity.begin()) {
      work(first);
      assertThatThrownBy(() -> work(second)).isInstanceOf(BusyException.class);
    }
  }

  @Test
  void needsNoneForHavingWaited() throws InterruptedException {
    try (Work first = capacity.begin()) {
      work(first);
      try (Work stalled = capacity.begin()) {
        Thread.sleep(LONG.toMillis());
        assertThatNoException().isThrownBy(stalled::step);
      }
    }
  }

  @Test
  void hasALittleMemoryOfItsOwn() {
    QueryLimits usual = QueryLimits.usual();
    Capacity small = new Capacity(usual.upTo(usual.rows(), usual.bytes(), 1 << 20));
    try (Work heavy = small.begin();
        Work light = small.begin()) {
      heavy.hold((1 << 20) + (256 << 10));
      assertThatNoException().isThrownBy(() -> light.hold(200 << 10));
      assertThatThrownBy(() -> light.hold(200 << 10)).isInstanceOf(BusyException.class);
      assertThatThrownBy(() -> heavy.hold(1 << 20)).isInstanceOf(BusyException.class);
    }
    assertThat(small.held()).isZero();
  }

  /** A tenth of the moment when it would be turned away anyhow, so that others come sooner. */
  @Test
  void isLongSoonerWhenAsManyWaitAsMay() throws InterruptedException {
    Capacity room = new Capacity(QueryLimits.usual().sharing(LONG.multipliedBy(5), 1, 1));
    try (Work light = room.begin()) {
      work(light, LONG);
      assertThat(room.takeTurn(0)).isTrue();
      assertThat(room.joinQueue(false)).isTrue();
      try (Work late = room.begin()) {
        assertThatThrownBy(() -> work(late, LONG)).isInstanceOf(BusyException.class);
      }
      room.leaveQueue();
      try (Work later = room.begin()) {
        assertThatNoException().isThrownBy(() -> work(later, LONG));
      }
    }
  }

  private static void work(Work work) {
    work(work, LONG);
  }

  private static void work(Work work, Duration time) {
    long end = processorTime() + time.toNanos();
    while (processorTime() < end) {
      work.step();
    }
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
