// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Odd terms come back from every format that is offered for graphs, by readers that are not ours.
 */
class GraphsTest {
  private static final Node SUBJECT = NodeFactory.createURI("http://example.org/s");
  private static final Node PREDICATE = NodeFactory.createURI("http://example.org/p");

  /** What RDF 1.1 has. */
  private static final List<String> PLAIN =
      List.of(
          "<http://example.org/a?b=c&d=%20>",
          "<http://example.org/گیلان>",
          "''",
          "' '",
          "'in \"quotes\", \\'single\\' & <tags> ]]>'",
          "'\"\"\"'",
          "'two\\nlines\\r\\nand a\\ttab\\n'",
          "'a\\\\backslash\\\\'",
          "'\\u2028 \\u007F \\u0085'",
          "'😀'",
          "'گیلان'@fa",
          "'a'@en-GB",
          "1.50",
          "'1'^^<http://example.org/type?a=1&b=2>",
          "'x'^^<http://www.w3.org/2001/XMLSchema#integer>",
          "'PT99999999999S'^^<http://www.w3.org/2001/XMLSchema#duration>");

  /** What came with RDF 1.2. */
  private static final List<String> NEW =
      List.of(
          "'left'@ar--rtl",
          "'left'@ar--ltr",
          "<<( <http://example.org/a> <http://example.org/b> 'in'@en--ltr )>>",
          "<<( <http://example.org/a> <http://example.org/b> <<( <http://example.org/c> <http://example.org/d> 7 )>> )>>");

  private interface Writer {
    void write(ByteArrayOutputStream out, Graph graph) throws IOException;
  }

  static List<ResultFormat> formats() {
    return ResultFormat.OF_GRAPHS;
  }

  private static Graph graph(Stream<String> objects) {
    Graph graph = GraphFactory.createDefaultGraph();
    objects.forEach(term -> graph.add(SUBJECT, PREDICATE, SSE.parseNode(term)));
    Node one = NodeFactory.createBlankNode();
    Node other = NodeFactory.createBlankNode("odd label: 1 \"");
    graph.add(one, PREDICATE, other);
    graph.add(other, PREDICATE, one);
    graph.add(SUBJECT, PREDICATE, NodeFactory.createBlankNode());
    return graph;
  }

  private static void comesBack(ResultFormat format, Graph graph) throws IOException {
    List<Writer> writers =
        List.of(
            (out, written) -> ResultWriter.write(out, format, written),
            (out, written) -> RDFDataMgr.write(out, written, format.pretty()));
    for (Writer writer : writers) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.write(out, graph);
      Graph back =
          RDFParser.source(new ByteArrayInputStream(out.toByteArray()))
              .forceLang(RDFLanguages.contentTypeToLang(format.type()))
              .toGraph();
      assertThat(IsoMatcher.isomorphic(back, graph)).as(format + ": " + out).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void comeBackTheSame(ResultFormat format) throws IOException {
    comesBack(format, graph(PLAIN.stream()));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void comeBackTheSameOrAreRefused(ResultFormat format) throws IOException {
    for (String term : NEW) {
      Graph graph = graph(Stream.of(term));
      assertThat(graph.stream().map(Triple::getObject)).contains(SSE.parseNode(term));
      if (format.isRdf12()) {
        comesBack(format, graph);
        graph.add(
            SUBJECT,
            PREDICATE,
            NodeFactory.createTripleTerm(
                NodeFactory.createBlankNode(), PREDICATE, NodeFactory.createBlankNode()));
        comesBack(format, graph);
      }
    }
  }

  /** XML 1.0, section 2.2, has no such characters; all others write them as they are or escaped. */
  @ParameterizedTest
  @MethodSource("formats")
  void holdControlCharacters(ResultFormat format) throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    for (int i = 0; i < 0x20; i++) {
      if (format == ResultFormat.RDF_JSON && i == '\f') {
        continue; // JSON has \f, but the reader does not know it
      }
      graph.add(SUBJECT, PREDICATE, NodeFactory.createLiteralString("a" + (char) i + "b"));
    }
    if (format == ResultFormat.RDF_XML) {
      assertThatExceptionOfType(CannotHoldException.class)
          .isThrownBy(() -> ResultWriter.write(new ByteArrayOutputStream(), format, graph));
    } else {
      comesBack(format, graph);
    }
  }
}
