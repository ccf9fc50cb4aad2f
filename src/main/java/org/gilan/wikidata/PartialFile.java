// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;

/**
 * What a fetch has got so far, on disk, so that one that was stopped can go on: N-Triples with a
 * line after each finished batch. What follows the last such line does not count.
 */
final class PartialFile {
  private static final String PLAN = "# plan ";
  private static final String STARTED = "# started ";
  private static final String DONE = "# done ";

  private final Path file;
  private final Instant started;
  private final List<Triple> triples;
  private int batches;

  private PartialFile(Path file, Instant started, List<Triple> triples, int batches) {
    this.file = file;
    this.started = started;
    this.triples = triples;
    this.batches = batches;
  }

  /**
   * Opens what a former fetch left behind, or begins anew.
   *
   * @param file the partial file, there or not
   * @param plan tells what is fetched from where; what was fetched by another plan is dropped
   */
  static PartialFile open(Path file, String plan) throws IOException {
    if (Files.isReadable(file)) {
      List<String> lines = Files.readAllLines(file);
      int end = lines.size();
      while (end > 0 && !lines.get(end - 1).startsWith(DONE)) {
        end--;
      }
      if (end > 2 && lines.get(0).equals(PLAN + plan)) {
        try {
          return resume(file, lines.subList(0, end));
        } catch (RiotException | NumberFormatException | DateTimeParseException e) {
          // Damaged: fetched anew.
        }
      }
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Files.writeString(file, PLAN + plan + "\n" + STARTED + now + "\n");
    return new PartialFile(file, now, new ArrayList<>(), 0);
  }

  private static PartialFile resume(Path file, List<String> lines) throws IOException {
    Instant started = Instant.parse(lines.get(1).substring(STARTED.length()));
    int batches = Integer.parseInt(lines.get(lines.size() - 1).substring(DONE.length()));
    Graph graph = GraphMemFactory.createDefaultGraph();
    RDFParser.create()
        .source(new StringReader(String.join("\n", lines)))
        .lang(Lang.NTRIPLES)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .checking(false)
        .parse(graph);
    Files.writeString(file, String.join("\n", lines) + "\n");
    return new PartialFile(file, started, graph.find().toList(), batches);
  }

  /** {@return how many batches are done} */
  int batches() {
    return batches;
  }

  /** {@return when the fetch began, in an earlier run perhaps} */
  Instant started() {
    return started;
  }

  /** {@return the triples of all batches that are done} */
  List<Triple> triples() {
    return triples;
  }

  /** Keeps the triples of one more batch. */
  void add(List<Triple> batch) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Triple t : batch) {
      lines
          .append(NodeFmtLib.strNT(t.getSubject()))
          .append(' ')
          .append(NodeFmtLib.strNT(t.getPredicate()))
          .append(' ')
          .append(NodeFmtLib.strNT(t.getObject()))
          .append(" .\n");
    }
    batches++;
    lines.append(DONE).append(batches).append('\n');
    Files.writeString(file, lines, StandardOpenOption.APPEND);
    triples.addAll(batch);
  }

  /** Removes the file, when all is written elsewhere. */
  void delete() throws IOException {
    Files.deleteIfExists(file);
  }
}
