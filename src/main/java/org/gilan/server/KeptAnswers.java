// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.gilan.format.Choice;

/**
 * The bytes of answers and pages that are the same each time. The graph cannot change while it is
 * served, so nothing here grows old; what is asked seldom gives way. Thread-safe.
 */
final class KeptAnswers {
  private static final long MOST_BYTES = 48L << 20;
  private static final int BASE_WEIGHT = 500;
  private static final int NAME_WEIGHT = 60;

  /** What took less time for its length is made anew: it would push out what is worth more. */
  private static final int NANOS_A_BYTE = 10;

  private final Cache<Key, Kept> answers;

  /**
   * What an answer depends on, besides the graph.
   *
   * @param query the text of the query, or the address of a page
   * @param defaultGraphs the graphs that the protocol names
   * @param namedGraphs the graphs that the protocol names
   * @param choice the format
   */
  record Key(String query, List<String> defaultGraphs, List<String> namedGraphs, Choice choice) {
    /** {@return how many bytes it takes; all of it is what a client sent} */
    int weight() {
      return 2 * query.length() + weight(defaultGraphs) + weight(namedGraphs);
    }

    private static int weight(List<String> names) {
      return names.stream().mapToInt(name -> NAME_WEIGHT + 2 * name.length()).sum();
    }
  }

  /**
   * An answer.
   *
   * @param tag its entity tag
   * @param warning what it lacks; may be null
   * @param contentType its {@code Content-Type}
   * @param plain its bytes
   * @param compressed its bytes as gzip; null as long as nobody has asked for them
   */
  record Kept(String tag, String warning, String contentType, byte[] plain, byte[] compressed) {
    int weight() {
      return BASE_WEIGHT + plain.length + (compressed == null ? 0 : compressed.length);
    }
  }

  KeptAnswers() {
    this(MOST_BYTES);
  }

  KeptAnswers(long mostBytes) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(mostBytes)
            .weigher((Key key, Kept kept) -> kept.weight() + key.weight())
            .executor(Runnable::run)
            .build();
  }

  /** {@return the answer, or null} */
  Kept find(Key key) {
    return answers.getIfPresent(key);
  }

  /** Sends an answer as it is kept, or compressed, which is done once. */
  void send(Key key, Kept kept, Reply reply) {
    reply.limit(kept.plain().length);
    reply.header("X-Gilan-Warning", kept.warning());
    if (reply.isKnown(kept.tag())) {
      return;
    }
    boolean zip = reply.wantsCompressed();
    Kept sent = zip && kept.compressed() == null ? compressed(key, kept) : kept;
    reply.send(200, kept.contentType(), zip ? sent.compressed() : sent.plain(), zip);
  }

  private Kept compressed(Key key, Kept kept) {
    byte[] zipped = Compression.of(kept.plain());
    Kept both = new Kept(kept.tag(), kept.warning(), kept.contentType(), kept.plain(), zipped);
    answers.put(key, both);
    return both;
  }

  /** Keeps an answer if it is worth it. */
  void offer(Key key, Kept kept, long nanos) {
    if (nanos >= (long) kept.plain().length * NANOS_A_BYTE) {
      answers.put(key, kept);
    }
  }

  /** {@return how many bytes are kept} */
  long bytes() {
    answers.cleanUp();
    return answers.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }
}
