// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.format.ResultWriter;
import org.gilan.query.Work;

/** Graphs as answers: in a format that can hold them, or 406. */
final class GraphAnswer {
  private GraphAnswer() {}

  /**
   * {@return the format that is asked for, or where it cannot hold a dataset the best of those that
   * the client takes and that can}
   */
  static Choice chosen(Exchange exchange, DatasetGraph dataset, List<ResultFormat> offered) {
    return fitting(exchange, exchange.chosen(offered), dataset, offered);
  }

  /** {@return the format chosen, or another as above} */
  static Choice fitting(
      Exchange exchange, Choice choice, DatasetGraph dataset, List<ResultFormat> offered) {
    if (choice.format().isRdf12() || !ResultWriter.holdsRdf12(dataset)) {
      return choice;
    }
    if (exchange.named(offered).isPresent()) {
      throw cannotHold(choice, offered);
    }
    return exchange
        .accepted()
        .choose(offered.stream().filter(ResultFormat::isRdf12).toList())
        .orElseThrow(() -> cannotHold(choice, offered));
  }

  private static Problem cannotHold(Choice choice, List<ResultFormat> offered) {
    return new Problem(
        406,
        choice.type()
            + " cannot hold the triple terms or text directions of RDF 1.2 that are in this answer",
        "Ask for one of "
            + offered.stream()
                .filter(ResultFormat::isRdf12)
                .map(ResultFormat::type)
                .collect(Collectors.joining(", "))
            + ".");
  }

  /** Sends a dataset, or of one that is sent as a graph the default graph, as part of a work. */
  static void send(Exchange exchange, Choice choice, DatasetGraph dataset, Work work)
      throws IOException {
    Body body = new Body(exchange.reply(), choice.contentType(), work);
    body.write(out -> ResultWriter.write(out, choice.format(), dataset));
    body.send();
  }
}
