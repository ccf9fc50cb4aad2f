// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written in JSON, XML and CSV is read back the same, by a reader that is not ours. */
class RowsTest {
  private static final Var VAR = Var.alloc("x");

  static Stream<String> terms() {
    return Stream.of(
        "<http://example.org/a?b=c&d=%20>",
        "<http://example.org/گیلان>",
        "'plain'",
        "'in \"quotes\" & <tags>'",
        "'two\\nlines\\r\\nand a\\ttab'",
        "'a\\\\backslash'",
        "'گیلان'@fa",
        "'\\u2028 and \\u007F'",
        "'😀'",
        "''",
        "1.50",
        "'1'^^<http://example.org/type?a=1&b=2>",
        "'left'@ar--rtl",
        "<<( <x:s> <x:p> 'in'@en )>>",
        "<<( <x:s> <x:p> <<( <x:a> <x:b> 7 )>> )>>");
  }

  private static String write(ResultFormat format, Node value) {
    return write(format, row(value));
  }

  private static List<Binding> row(Node value) {
    return List.of(BindingFactory.binding(VAR, value));
  }

  private static String write(ResultFormat format, List<Binding> rows) {
    return new String(bytes(format, rows), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ResultFormat format, List<Binding> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowSet set = RowSetStream.create(List.of(VAR), QueryIterPlainWrapper.create(rows.iterator()));
    try {
      ResultWriter.write(out, format, set, new Prologue());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static Node read(Lang lang, String text) {
    return read(lang, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Node read(Lang lang, byte[] bytes) {
    RowSet rows =
        RowSet.adapt(
            ResultsReader.create().lang(lang).build().read(new ByteArrayInputStream(bytes)));
    return rows.next().get(VAR);
  }

  @ParameterizedTest
  @MethodSource("terms")
  void comeBackTheSame(String term) {
    Node node = SSE.parseNode(term);
    assertThat(read(ResultSetLang.RS_JSON, write(ResultFormat.JSON, node))).isEqualTo(node);
    assertThat(read(ResultSetLang.RS_XML, write(ResultFormat.XML, node))).isEqualTo(node);
    if (!node.isTripleTerm()) { // which Jena's reader of TSV does not know
      assertThat(read(ResultSetLang.RS_TSV, write(ResultFormat.TSV, node))).isEqualTo(node);
    }
    assertThat(read(ResultSetLang.RS_Thrift, bytes(ResultFormat.ROW_THRIFT, row(node))))
        .isEqualTo(node);
  }

  /** In XML they are refused, below. */
  @Test
  void comeBackWithTheirControlCharacters() {
    for (int i = 0; i < 0x20; i++) {
      Node node = org.apache.jena.graph.NodeFactory.createLiteralString("a" + (char) i + "b");
      assertThat(read(ResultSetLang.RS_JSON, write(ResultFormat.JSON, node))).isEqualTo(node);
      assertThat(read(ResultSetLang.RS_TSV, write(ResultFormat.TSV, node))).isEqualTo(node);
      assertThat(read(ResultSetLang.RS_Thrift, bytes(ResultFormat.ROW_THRIFT, row(node))))
          .isEqualTo(node);
      assertThat(read(ResultSetLang.RS_CSV, write(ResultFormat.CSV, node))).isEqualTo(node);
    }
  }

  /** RFC 4180 section 2.5: readers that skip empty lines would lose a row that is empty. */
  @Test
  void putTheOnlyValueInQuotesIfItIsEmpty() {
    List<Binding> rows =
        List.of(BindingFactory.empty(), BindingFactory.binding(VAR, SSE.parseNode("''")));
    assertThat(write(ResultFormat.CSV, rows)).isEqualTo("x\r\n\"\"\r\n\"\"\r\n");
    assertThat(read(ResultSetLang.RS_CSV, write(ResultFormat.CSV, rows)))
        .isEqualTo(SSE.parseNode("''"));
  }

  /** SPARQL 1.1 Query Results JSON, section 3.1.2: what has no value is left out. */
  @Test
  void leaveOutWhatHasNoValue() {
    List<Binding> rows = List.of(BindingFactory.empty());
    assertThat(write(ResultFormat.JSON, rows).replaceAll("\\s", ""))
        .isEqualTo("{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{}]}}");
    assertThat(write(ResultFormat.XML, rows)).contains("<result></result>");
  }

  /** XML 1.0, section 2.2: these are no characters, however they are written. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\u000b", "\u0000", "\u0008", "\u001f", "\ufffe", "\uffff", "\ud800", "a\udc00b"})
  void areRefusedInXmlWhereItHasNoSuchCharacter(String text) {
    Node node = org.apache.jena.graph.NodeFactory.createLiteralString("a" + text);
    assertThatExceptionOfType(CannotHoldException.class)
        .isThrownBy(() -> write(ResultFormat.XML, node))
        .withMessageMatching("XML cannot hold the character U\\+[0-9A-F]{4} that is in this.*");
  }

  /** RFC 4180, section 2. */
  @Test
  void quoteInCsvOnlyWhatNeedsIt() {
    assertThat(write(ResultFormat.CSV, SSE.parseNode("'a'"))).isEqualTo("x\r\na\r\n");
    assertThat(write(ResultFormat.CSV, SSE.parseNode("'a,b'"))).isEqualTo("x\r\n\"a,b\"\r\n");
    assertThat(write(ResultFormat.CSV, SSE.parseNode("'say \"a\"'")))
        .isEqualTo("x\r\n\"say \"\"a\"\"\"\r\n");
    assertThat(write(ResultFormat.CSV, SSE.parseNode("'a\\nb'"))).isEqualTo("x\r\n\"a\nb\"\r\n");
    assertThat(write(ResultFormat.CSV, SSE.parseNode("<<( <x:s> <x:p> <x:o> )>>")))
        .contains("<<( <x:s> <x:p> <x:o> )>>");
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultFormat.class,
      names = {"JSON", "XML", "CSV"})
  void nameABlankNodeTheSameWithinOneAnswer(ResultFormat format) {
    Node blank = org.apache.jena.graph.NodeFactory.createBlankNode();
    Binding row = BindingFactory.binding(VAR, blank);
    assertThat(write(format, List.of(row, row)).split("\\bb0\\b")).hasSize(3);
  }
}
