// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs of this machine, besides Java and Maven. A test that needs one is skipped where it is
 * missing, and says what to install; {@code .ci/run} has them all, and fails if a test was skipped.
 */
public final class Installed {
  private static final long SECONDS = 60;
  private static final Map<List<String>, Boolean> KNOWN = new ConcurrentHashMap<>();

  private Installed() {}

  /**
   * Skips the test unless a command succeeds.
   *
   * @param remedy how to install what it needs
   * @param command that looks for it, such as {@code node --version}
   */
  public static void require(String remedy, String... command) {
    String missing = command[0] + " is not here, or not whole: " + remedy;
    boolean works =
        KNOWN.computeIfAbsent(
            List.of(command),
            words -> {
              boolean isHere = works(words);
              if (!isHere) { // Maven says nothing of a class that is skipped as a whole
                System.err.println("Tests are skipped: " + missing);
              }
              return isHere;
            });
    Assumptions.assumeTrue(works, missing);
  }

  private static boolean works(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) { // there is no such program
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
