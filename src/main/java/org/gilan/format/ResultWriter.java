// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.resultset.ResultsWriter;

/** Writes each kind of answer in each format that fits it; rows as they come. */
public final class ResultWriter {
  private ResultWriter() {}

  /**
   * Writes rows.
   *
   * @param out where to
   * @param format one of {@link ResultFormat#OF_ROWS}
   * @param rows read once
   * @param prologue the prefixes by which the table shortens addresses
   * @throws IOException when nobody takes it
   * @throws CannotHoldException when the format cannot
   */
  public static void write(OutputStream out, ResultFormat format, RowSet rows, Prologue prologue)
      throws IOException {
    switch (format) {
      case JSON -> JsonRows.write(out, rows);
      case XML -> XmlRows.write(out, rows);
      case CSV -> CsvRows.write(out, rows);
      case TABLE -> RowSetOps.out(out, rows, prologue);
      default -> ResultsWriter.create().lang(lang(format)).build().write(out, rows);
    }
  }

  /**
   * Writes a yes or no.
   *
   * @param out where to
   * @param format one of {@link ResultFormat#OF_BOOLEANS}
   * @param answer what
   * @throws IOException when nobody takes it
   */
  public static void write(OutputStream out, ResultFormat format, boolean answer)
      throws IOException {
    switch (format) {
      case JSON -> JsonRows.write(out, answer);
      case XML -> XmlRows.write(out, answer);
      case CSV -> CsvRows.write(out, answer);
      case TABLE -> ResultSetFormatter.out(out, answer);
      default -> ResultsWriter.create().lang(lang(format)).build().write(out, answer);
    }
  }

  private static Lang lang(ResultFormat format) {
    return format == ResultFormat.TSV ? ResultSetLang.RS_TSV : ResultSetLang.RS_Thrift;
  }

  /**
   * Writes a graph piece by piece.
   *
   * @param out where to
   * @param format one of {@link ResultFormat#OF_GRAPHS}
   * @param graph what
   * @throws IOException when nobody takes it
   * @throws CannotHoldException when the format cannot; {@link #holdsRdf12} tells it before
   */
  public static void write(OutputStream out, ResultFormat format, Graph graph) throws IOException {
    write(out, format, DatasetGraphFactory.wrap(graph));
  }

  /**
   * Writes a dataset piece by piece; of one that is written in a format of graphs, the default
   * graph.
   *
   * @param out where to
   * @param format one of {@link ResultFormat#OF_GRAPHS}
   * @param dataset what
   * @throws IOException when nobody takes it
   * @throws CannotHoldException when the format cannot; {@link #holdsRdf12} tells it before
   */
  public static void write(OutputStream out, ResultFormat format, DatasetGraph dataset)
      throws IOException {
    RDFFormat streamed = format.streamed();
    try {
      if (format == ResultFormat.TURTLE && holdsRdf12(dataset.getDefaultGraph())) {
        Turtle12.write(out, DatasetGraphFactory.wrap(dataset.getDefaultGraph()));
      } else if (format == ResultFormat.TRIG && holdsRdf12(dataset)) {
        Turtle12.write(out, dataset);
      } else if (format == ResultFormat.JSON_LD) {
        JsonLd.write(out, dataset);
      } else if (RDFLanguages.isQuads(streamed.getLang())) {
        RDFDataMgr.write(out, dataset, streamed);
      } else {
        RDFDataMgr.write(out, dataset.getDefaultGraph(), streamed);
      }
    } catch (QueryException e) { // what is written could not be read to its end
      throw e;
    } catch (JenaException e) {
      throw format.isRdf12() ? e : new CannotHoldException(format, "this: " + e.getMessage());
    }
  }

  /**
   * Writes a small graph to be read by people. Jena's JSON-LD would look for its library anew for
   * each value.
   *
   * @param out where to
   * @param format one of {@link ResultFormat#OF_DESCRIPTIONS}
   * @param graph what
   * @throws IOException when nobody takes it
   */
  public static void describe(OutputStream out, ResultFormat format, Graph graph)
      throws IOException {
    if (format == ResultFormat.JSON_LD) {
      JsonLd.describe(out, graph);
    } else {
      RDFWriter.source(graph).format(format.pretty()).output(out);
    }
  }

  /**
   * {@return whether there is something in a dataset that came with RDF 1.2}
   *
   * @param dataset any dataset
   */
  public static boolean holdsRdf12(DatasetGraph dataset) {
    return dataset.stream().anyMatch(quad -> isRdf12(quad.getObject()));
  }

  private static boolean holdsRdf12(Graph graph) {
    return graph.stream().anyMatch(triple -> isRdf12(triple.getObject()));
  }

  private static boolean isRdf12(Node node) {
    return node.isTripleTerm() || node.isLiteral() && node.getLiteralBaseDirection() != null;
  }
}
