// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Loads graphs of many sizes into stores on disk, asks them the catalogue and prints tables: {@code Scale FILE.nt
 * FOLDER ROUNDS SIZE…}, where a size is how many times the graph of the file, or how many triples. Exits with 1 if a
 * store does not hold what its file has, or answers otherwise than memory.
 */
public final class Scale {
  private static final int PORT = 4130;
  private static final int MOST_TIMES = 1000;

  /** Larger ones do not go into the memory that the launcher gives. */
  private static final int MOST_IN_MEMORY = 10;

  private static final int SLOWEST = 10;

  /** Counting all is no query of the catalogue, and may take its time. */
  private static final String COUNTING_SECONDS = "3600";

  private static final String KNOWN = "<https://w3id.org/gilan/id/kuchak-khan>";

  private final Path source;
  private final Path folder;
  private final int rounds;
  private final Map<String, String> questions;
  private final Map<String, Generator.Count> properties;
  private final Generator.Count all;
  private final Map<String, Mix> mixes = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final PrintStream out = System.out;

  private Scale(Path source, Path folder, int rounds) throws IOException {
    this.source = source;
    this.folder = folder;
    this.rounds = rounds;
    this.questions = Bench.questions(Path.of("queries"));
    this.properties = Generator.properties(source);
    this.all = properties.values().stream().reduce(Generator.Count.NONE, Generator.Count::plus);
  }

  /** Runs all; see the class. */
  public static void main(String[] words) throws Exception {
    Scale scale = new Scale(Path.of(words[0]), Path.of(words[1]), Integer.parseInt(words[2]));
    scale.out.println(
        "| where | triples | load s | a second | MB on disk | start s | MB resident | cold ms: median, 95 of 100"
            + " | warm ms: median, 95 of 100 | over their time | MB resident, of which its own |");
    scale.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    List<Integer> sizes =
        Arrays.stream(words).skip(3).map(Long::valueOf).map(scale::times).distinct().toList();
    for (int times : sizes) {
      scale.measure(times);
    }
    scale.slowest();
    scale.compare(sizes);
    scale.out.println(
        scale.faults.isEmpty()
            ? "Every store has all triples of its file, property by property."
            : scale.faults.size() + " faults");
    scale.faults.forEach(fault -> System.err.println("bench/scale: " + fault));
    System.exit(scale.faults.isEmpty() ? 0 : 1); // whatever threads a client has
  }

  private int times(long size) {
    return (int) (size <= MOST_TIMES ? size : (size - all.shared() + all.own() - 1) / all.own());
  }

  private void measure(int times) throws Exception {
    Path file = times == 1 ? source : folder.resolve("times-" + times + ".nt");
    if (times > 1) {
      Generator.write(source, times, file);
    }
    String known =
        isRight("?p ?o", "{ %s ?p ?o }".formatted(KNOWN), lines(KNOWN + " "));
    if (times <= MOST_IN_MEMORY) {
      inMemory(times, file, known);
    }
    onDisk(times, file, known);
    if (times > 1) {
      Files.delete(file);
    }
  }

  private long lines(String start) throws IOException {
    try (Stream<String> lines = Files.lines(source)) {
      return lines.filter(line -> line.startsWith(start)).count();
    }
  }

  private void inMemory(int times, Path file, String known) throws Exception {
    String name = "memory × " + times;
    try (Served served = Served.start(name, PORT, known, log(name), ours(file))) {
      Mix mix = Mix.of(served.client(), questions, rounds);
      mixes.put(name, mix);
      out.printf(
          "| %s | %,d | | | | %.1f | %d | %s |%n",
          name, all.of(times), served.seconds(), served.megabytes(), row(mix, served.client()));
    }
  }

  private List<String> ours(Path file) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("ours").split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.gilan.bench.Ours"));
    command.addAll(List.of(file.toString(), Integer.toString(PORT)));
    return command;
  }

  private void onDisk(int times, Path file, String known) throws Exception {
    String name = "disk × " + times;
    Path store = folder.resolve("store-" + times);
    delete(store);
    List<String> serve =
        List.of("./gilan", "serve", "--port", Integer.toString(PORT), "--store", store.toString());
    List<String> load = new ArrayList<>(serve);
    load.addAll(List.of("--from", file.toString(), "--time", COUNTING_SECONDS));
    double seconds;
    try (Served served = Served.start(name, PORT, known, log(name + " load"), load)) {
      seconds = served.seconds();
      checkCounts(times, served.client());
    }
    long onDisk = forget(store);
    try (Served served = Served.start(name, PORT, known, log(name), serve)) {
      Mix mix = Mix.of(served.client(), questions, rounds);
      mixes.put(name, mix);
      out.printf(
          "| %s | %,d | %.0f | %,.0f | %,d | %.1f | %d | %s |%n",
          name,
          all.of(times),
          seconds,
          all.of(times) / seconds,
          onDisk,
          served.seconds(),
          served.megabytes(),
          row(mix, served.client()));
    }
    delete(store);
  }

  private Path log(String name) {
    return folder.resolve(name.replaceAll("\\W+", "-") + ".log");
  }

  private static String row(Mix mix, Client client) throws IOException {
    return "%.1f, %.0f | %.1f, %.0f | %d | %d, %d"
        .formatted(
            mix.cold(0.5),
            mix.cold(0.95),
            mix.warm(0.5),
            mix.warm(0.95),
            mix.refused(),
            client.residentMegabytes(),
            client.megabytes("RssAnon"));
  }

  /** {@return a query with one row if so many are found, and else none} */
  private static String isRight(String variables, String pattern, long count) {
    return "SELECT ?n { { SELECT (COUNT(*) AS ?n) { SELECT %s %s } } FILTER (?n = %d) }"
        .formatted(variables, pattern, count);
  }

  /** Of each property there must be as many triples as in the file; together these are all. */
  private void checkCounts(int times, Client client) throws InterruptedException {
    for (Map.Entry<String, Generator.Count> property : properties.entrySet()) {
      long count = property.getValue().of(times);
      Client.Answer answer =
          client.ask(isRight("?s ?o", "{ ?s %s ?o }".formatted(property.getKey()), count));
      if (answer.isError() || answer.rows() != 1) {
        faults.add(
            "disk × %d: not %,d of %s (%d)"
                .formatted(times, count, property.getKey(), answer.status()));
      }
    }
  }

  /** {@return the megabytes of the files, which the kernel is asked to forget, so that a start reads them} */
  private static long forget(Path store) throws IOException, InterruptedException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(store)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      new ProcessBuilder("dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0", "status=none")
          .redirectInput(Path.of("/dev/null").toFile())
          .inheritIO()
          .start()
          .waitFor();
    }
    Process du = new ProcessBuilder("du", "-sm", store.toString()).start();
    return Long.parseLong(new String(du.getInputStream().readAllBytes()).split("\\s")[0]);
  }

  private void slowest() {
    List<String> names = List.copyOf(mixes.keySet());
    Mix last = mixes.get(names.get(names.size() - 1));
    out.println("\nThe questions that are slowest where there is most, in ms, warm:\n");
    out.println("| question | " + String.join(" | ", names) + " |");
    out.println("|---|" + "---|".repeat(names.size()));
    last.answers().entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue().warm()))
        .limit(SLOWEST)
        .forEach(
            entry -> {
              StringBuilder line = new StringBuilder("| " + entry.getKey() + " |");
              for (Mix mix : mixes.values()) {
                Mix.Times times = mix.answers().get(entry.getKey());
                line.append(
                    times.first().isError()
                        ? " over its time (%d) |".formatted(times.first().status())
                        : " %.1f |".formatted(times.warm()));
              }
              out.println(line);
            });
  }

  private void compare(List<Integer> sizes) {
    out.println();
    for (int times : sizes) {
      Mix disk = mixes.get("disk × " + times);
      Mix memory = mixes.get("memory × " + times);
      if (memory != null) {
        double logs = 0;
        int both = 0;
        List<String> unlike = new ArrayList<>();
        for (String name : questions.keySet()) {
          Mix.Times here = disk.answers().get(name);
          Mix.Times there = memory.answers().get(name);
          if (here.first().isError() || there.first().isError()) {
            continue;
          }
          both++;
          logs += Math.log(here.warm() / there.warm());
          if (here.first().hash() != there.first().hash()) {
            unlike.add(name);
          }
        }
        out.printf(
            "× %d: %d questions, of which %d have other rows on disk than in memory; disk takes %.2f of the time,"
                + " warm, geometric mean.%n%n",
            times, both, unlike.size(), Math.exp(logs / both));
        unlike.forEach(name -> faults.add("× %d: other rows of %s".formatted(times, name)));
      }
      grown(times, disk, mixes.get("disk × " + sizes.get(0)));
    }
  }

  /** Each copy more brings as many rows as the one before it: none where a question names a thing of the first. */
  private void grown(int times, Mix disk, Mix once) {
    int same = 0;
    int grown = 0;
    int partly = 0;
    for (String name : questions.keySet()) {
      Client.Answer one = once.answers().get(name).first();
      Client.Answer now = disk.answers().get(name).first();
      if (one.isError() || now.isError() || once == disk) {
        continue;
      }
      int more = now.rows() - one.rows();
      if (more == 0) {
        same++;
      } else if (more == one.rows() * (times - 1)) {
        grown++;
      } else if (more > 0 && more % (times - 1) == 0) {
        partly++;
      } else {
        faults.add("× %d: %d rows of %s, %d once".formatted(times, now.rows(), name, one.rows()));
      }
    }
    if (once != disk) {
      out.printf(
          "× %d: of the questions that are answered %d have as many"
              + " rows as × 1, %d so many times as many, %d grow in part.%n%n",
          times, same, grown, partly);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
  }
}
