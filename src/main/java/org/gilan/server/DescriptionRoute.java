// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.format.ResultWriter;

/** Answers with a small graph that depends on how the client names this host. */
final class DescriptionRoute implements Route {
  private static final String FORMATS =
      String.join(", ", ResultFormat.OF_DESCRIPTIONS.stream().map(ResultFormat::title).toList());

  private final Function<String, Graph> description;

  DescriptionRoute(Function<String, Graph> description) {
    this.description = description;
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    exchange.reply().varyByAccept();
    Optional<Choice> choice =
        extension(exchange.path())
            .or(() -> exchange.named(ResultFormat.OF_DESCRIPTIONS))
            .or(() -> exchange.accepted().choose(ResultFormat.OF_DESCRIPTIONS));
    if (choice.isEmpty() && !exchange.isBrowser()) {
      throw new Problem(
          406,
          "Not in a format that you accept",
          "The description comes as " + FORMATS + "; a query is asked with ?query=….");
    }
    send(
        exchange,
        choice.orElse(new Choice(ResultFormat.TURTLE, ResultFormat.TURTLE.type())),
        description.apply(exchange.host()));
  }

  private static Optional<Choice> extension(String path) {
    return ResultFormat.OF_DESCRIPTIONS.stream()
        .filter(format -> path.endsWith("." + format.extension()))
        .map(format -> new Choice(format, format.type()))
        .findFirst();
  }

  /** Sends a graph to be read by people. */
  static void send(Exchange exchange, Choice choice, Graph graph) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    ResultWriter.describe(body, choice.format(), graph);
    exchange.reply().tagged(choice.contentType(), body.toByteArray());
  }
}
