// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it costs to find an answer that is kept, and to keep one where all room is taken. Stands where the cache does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KeptAnswersBenchmark {
  private static final byte[] BODY = "{ }".repeat(5000).getBytes(StandardCharsets.UTF_8);
  private static final String QUERY = "SELECT ?treaty ?party { ?treaty gilan:party ?party } # ";

  private final KeptAnswers answers = new KeptAnswers();
  private int count;

  /** Keeps one. */
  public KeptAnswersBenchmark() {
    answers.offer(key(0), kept(), Long.MAX_VALUE);
  }

  private static KeptAnswers.Key key(int number) {
    return new KeptAnswers.Key(QUERY + number, List.of(), List.of(), new Choice(ResultFormat.JSON, ResultFormat.JSON.type()));
  }

  private static KeptAnswers.Kept kept() {
    return new KeptAnswers.Kept("W/\"1\"", null, ResultFormat.JSON.contentType(), BODY, null);
  }

  /** An answer that is kept. */
  @Benchmark
  public Object find() {
    return answers.find(key(0));
  }

  /** Keeps a new one; another gives way. */
  @Benchmark
  public void keep() {
    answers.offer(key(++count), kept(), Long.MAX_VALUE);
  }
}
