// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;

/** The pages of one graph: made when they are asked for, a few at a time, and kept if it pays. */
final class MadePages {
  private static final long MOST_BYTES = 16L << 20;
  private static final Choice HTML = new Choice(ResultFormat.HTML, ResultFormat.HTML.type());

  private final KeptAnswers kept = new KeptAnswers(MOST_BYTES);
  private final PageTurns turns;

  MadePages(PageTurns turns) {
    this.turns = turns;
  }

  /**
   * A page as it is kept.
   *
   * @param key what it depends on
   * @param answer its bytes
   */
  record Page(KeptAnswers.Key key, KeptAnswers.Kept answer) {}

  /**
   * {@return a page, kept or made now}
   *
   * @param address that tells it from all others, together with the query of what was asked
   * @param made its content
   */
  Page page(Exchange exchange, String address, String contentType, Supplier<String> made) {
    KeptAnswers.Key key =
        new KeptAnswers.Key(address + "?" + exchange.query(), List.of(), List.of(), HTML);
    KeptAnswers.Kept page = kept.find(key);
    if (page == null) {
      page = turns.take(() -> made(key, contentType, made));
    }
    return new Page(key, page);
  }

  private KeptAnswers.Kept made(KeptAnswers.Key key, String contentType, Supplier<String> made) {
    long start = System.nanoTime();
    byte[] page = made.get().getBytes(StandardCharsets.UTF_8);
    KeptAnswers.Kept answer =
        new KeptAnswers.Kept(EntityTag.of(page), null, contentType, page, null);
    kept.offer(key, answer, System.nanoTime() - start);
    return answer;
  }

  /** Sends a page. */
  void send(Exchange exchange, Page page) {
    kept.send(page.key(), page.answer(), exchange.reply());
  }

  /** Answers with the page of the address that is asked for. */
  void answer(Exchange exchange, String contentType, Supplier<String> made) {
    send(exchange, page(exchange, exchange.path(), contentType, made));
  }

  /** {@return what is made of the graph and not kept, once it is its turn} */
  <T> T make(Supplier<T> made) {
    return turns.take(made);
  }
}
