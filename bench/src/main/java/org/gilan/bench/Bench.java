// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Asks every engine the questions of the catalogue in turn, compares the rows, and prints tables:
 * {@code Bench QUERIES ROUNDS SECONDS NAME=ENDPOINT…}, ours first.
 */
public final class Bench {
  private static final int[] CONNECTIONS = {1, 4, 16, 64};
  private static final int WARM_UP = 15;
  private static final double LONG_MILLIS = 200;
  private static final int FARTHEST = 10;
  private static final int FARTHEST_WARM = 40;
  private static final String LIGHT = "treaty-parties";

  private final List<Client> clients;
  private final Map<String, String> questions;
  private final PrintStream out = System.out;

  private Bench(List<Client> clients, Map<String, String> questions) {
    this.clients = clients;
    this.questions = questions;
  }

  /** Runs all; see the class. */
  public static void main(String[] words) throws Exception {
    List<Client> clients = new ArrayList<>();
    for (String word : Arrays.asList(words).subList(3, words.length)) {
      clients.add(Client.of(word));
    }
    Bench bench = new Bench(clients, questions(Path.of(words[0])));
    int rounds = Integer.parseInt(words[1]);
    bench.out.println("Cold: each text is a new one, by a comment, and is read and planned anew. The ten"
            + " questions that are farthest from the best peer:\n");
    bench.latency(rounds, true, FARTHEST);
    bench.warm();
    bench.out.println("\nNew: each text is a new one again, read and planned anew, after every engine had " + WARM_UP
            + " times the catalogue to get used to it. The ten farthest:\n");
    bench.latency(rounds, true, FARTHEST);
    bench.out.println("\nWarm: the same text again, evaluated and written anew; an answer that is kept is not sent"
            + " (`no-cache`). The forty farthest:\n");
    bench.latency(rounds, false, FARTHEST_WARM);
    bench.throughput(Integer.parseInt(words[2]));
    System.exit(0); // whatever threads a client has
  }

  /** {@return the questions that every engine can answer alone: one graph, nobody else, rows} */
  static Map<String, String> questions(Path folder) throws IOException {
    Map<String, String> questions = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".rq")).toList()) {
        String text = Files.readString(file);
        String bare = text.replaceAll("(?m)^#.*$", "");
        boolean isPlain =
            bare.contains("SELECT")
                && !bare.contains("CONSTRUCT")
                && !bare.matches("(?s).*\\b(SERVICE|GRAPH|FROM)\\b.*");
        if (isPlain) {
          questions.put(file.getFileName().toString().replace(".rq", ""), text);
        }
      }
    }
    if (questions.size() < 20) {
      throw new IllegalStateException("only " + questions.size() + " questions in " + folder);
    }
    return questions;
  }

  /** Lets the engines compile what they run often; what takes long is asked once and has its loops then. */
  private void warm() throws InterruptedException {
    Set<String> isLong = new HashSet<>();
    for (int round = 0; round < WARM_UP; round++) {
      for (Map.Entry<String, String> question : questions.entrySet()) {
        for (Client client : clients) {
          String key = client.name() + question.getKey();
          if (!isLong.contains(key)) {
            Client.Answer answer = client.ask(question.getValue());
            if (answer.isError() || answer.millis() > LONG_MILLIS) {
              isLong.add(key);
            }
          }
        }
      }
    }
  }

  /** Each question asked of each engine in turn, with a comment that makes its text a new one or as it is. */
  private void latency(int rounds, boolean isNew, int shown) throws Exception {
    Map<String, double[]> table = new LinkedHashMap<>();
    int different = 0;
    for (Map.Entry<String, String> question : questions.entrySet()) {
      double[][] times = new double[clients.size()][rounds];
      long[] hashes = new long[clients.size()];
      boolean[] isOut = new boolean[clients.size()];
      for (int round = 0; round < rounds; round++) {
        for (int c = 0; c < clients.size(); c++) {
          if (isOut[c]) {
            times[c][round] = Double.NaN;
            continue;
          }
          String text = question.getValue() + (isNew ? "\n# " + System.nanoTime() : "");
          Client.Answer answer = clients.get(c).ask(text);
          times[c][round] = answer.isError() ? Double.NaN : answer.millis();
          hashes[c] = answer.hash();
          isOut[c] = answer.isError();
        }
      }
      double[] medians = Stream.of(times).mapToDouble(Bench::median).toArray();
      boolean same = true;
      List<String> unlike = new ArrayList<>();
      for (int c = 1; c < clients.size(); c++) {
        if (!isOut[c] && hashes[c] != hashes[0]) {
          same = false;
          unlike.add(clients.get(c).name());
        }
      }
      different += same ? 0 : 1;
      table.put(question.getKey() + (same ? "" : " (other rows: " + unlike + ")"), medians);
    }
    print(table, shown);
    out.println("\n" + questions.size() + " questions; rows differ in " + different + ".");
  }

  /** Prints the questions that are farthest from the best peer, and the means over all. */
  private void print(Map<String, double[]> table, int most) {
    List<String> shown = new ArrayList<>();
    table.entrySet().stream()
        .sorted(Comparator.comparingDouble(row -> -toBest(row.getValue())))
        .limit(most)
        .forEach(row -> shown.add(row.getKey()));
    StringBuilder head = new StringBuilder("| question |");
    clients.forEach(client -> head.append(' ').append(client.name()).append(" ms |"));
    out.println(head + " ours / best peer |");
    out.println("|---|" + "---|".repeat(clients.size() + 1));
    double[] logs = new double[clients.size()];
    double toBest = 0;
    double worst = 0;
    int[] counted = new int[clients.size()];
    for (Map.Entry<String, double[]> row : table.entrySet()) {
      double[] times = row.getValue();
      double best = Double.MAX_VALUE;
      StringBuilder line = new StringBuilder("| " + row.getKey() + " |");
      for (int c = 0; c < times.length; c++) {
        line.append(Double.isNaN(times[c]) ? " – |" : " %.2f |".formatted(times[c]));
        if (!Double.isNaN(times[c])) {
          logs[c] += Math.log(times[0] / times[c]);
          counted[c]++;
          best = c > 0 ? Math.min(best, times[c]) : best;
        }
      }
      toBest += Math.log(times[0] / best);
      worst = Math.max(worst, times[0] / best);
      if (shown.contains(row.getKey())) {
        out.println(line + " %.2f |".formatted(times[0] / best));
      }
    }
    StringBuilder foot = new StringBuilder("| **ours / this, geometric mean** |");
    for (int c = 0; c < logs.length; c++) {
      foot.append(" %.2f |".formatted(Math.exp(logs[c] / counted[c])));
    }
    out.println(foot + " **%.2f**, at most %.1f |".formatted(
        Math.exp(toBest / table.size()), worst));
  }

  private static double toBest(double[] times) {
    double best = Double.MAX_VALUE;
    for (int c = 1; c < times.length; c++) {
      best = Double.isNaN(times[c]) ? best : Math.min(best, times[c]);
    }
    return times[0] / best;
  }

  private void throughput(int seconds) throws Exception {
    String light = questions.get(LIGHT);
    out.println("\n| repeated `" + LIGHT + "` | connections | a second | p50 ms | p99 ms |");
    out.println("|---|---|---|---|---|");
    for (int connections : CONNECTIONS) {
      for (Client client : clients) {
        Load.Result result = Load.run(client, light, connections, seconds);
        out.printf(
            "| %s | %d | %,.0f | %.2f | %.2f |%n",
            client.name(), connections, result.perSecond(), result.p50(), result.p99());
      }
    }
    out.println("\n| resident memory now | MB |\n|---|---|");
    for (Client client : clients) {
      out.printf("| %s | %d |%n", client.name(), client.residentMegabytes());
    }
  }

  private static double median(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
