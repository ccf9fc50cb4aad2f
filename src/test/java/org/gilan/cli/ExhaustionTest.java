// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A heap of 64 MB, most of which is full, or a third; what is in it is replaced without a pause.
 */
class ExhaustionTest {
  private static final int KILOBYTE = 1024;
  private static final int HEAD = 16;

  /** The program with such a heap; its argument says how many megabytes are full. */
  static final class Heap {
    public static void main(String[] words) {
      Exhaustion.watch(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
      int pieces = Integer.parseInt(words[0]) * KILOBYTE;
      List<byte[]> held = new ArrayList<>(pieces);
      for (int i = 0; i < pieces; i++) {
        held.add(piece());
      }
      while (true) {
        held.set(ThreadLocalRandom.current().nextInt(pieces), piece());
      }
    }

    private static byte[] piece() {
      return new byte[KILOBYTE - HEAD];
    }
  }

  private static Process heap(int megabytes) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseG1GC",
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            Heap.class.getName(),
            String.valueOf(megabytes))
        .start();
  }

  @Test
  void endsWhatDoesNothingButCollect() throws Exception {
    Process busy = heap(20);
    Process full = heap(58);
    try {
      assertThat(full.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(full.exitValue()).isEqualTo(Failure.OUT_OF_MEMORY);
      assertThat(new String(full.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("gilan: out of memory: a heap of 64 MB is full");
      assertThat(busy.isAlive()).isTrue();
    } finally {
      full.destroyForcibly();
      busy.destroyForcibly();
    }
  }
}
