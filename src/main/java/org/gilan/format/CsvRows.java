// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Writes SPARQL 1.1 Query Results CSV as it comes. Triple terms, which the format has no place for,
 * are spelled out as text; Jena's writer puts a question mark. The only value of a row is in quotes
 * if it is empty: many readers skip an empty line.
 */
final class CsvRows {
  private static final String END = "\r\n";

  private final Writer out;
  private final Map<Node, String> blanks = new HashMap<>();

  private CsvRows(Writer out) {
    this.out = out;
  }

  static void write(OutputStream stream, boolean answer) throws IOException {
    Writer out = Utf8.writer(stream);
    out.write("_askResult" + END + answer + END);
    out.flush();
  }

  static void write(OutputStream stream, RowSet rows) throws IOException {
    Writer out = Utf8.writer(stream);
    new CsvRows(out).write(rows);
    out.flush();
  }

  private void write(RowSet rows) throws IOException {
    List<Var> vars = rows.getResultVars();
    for (int i = 0; i < vars.size(); i++) {
      out.write(i == 0 ? "" : ",");
      out.write(vars.get(i).getVarName());
    }
    out.write(END);
    while (rows.hasNext()) {
      Binding row = rows.next();
      for (int i = 0; i < vars.size(); i++) {
        if (i > 0) {
          out.write(',');
        }
        Node value = row.get(vars.get(i));
        String text = value == null ? "" : text(value);
        if (text.isEmpty() && vars.size() == 1) {
          out.write("\"\"");
        } else {
          field(text);
        }
      }
      out.write(END);
    }
  }

  private String text(Node node) {
    if (node.isURI()) {
      return node.getURI();
    }
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isTripleTerm()
        ? NodeFmtLib.strNT(node)
        : blanks.computeIfAbsent(node, blank -> "_:b" + blanks.size());
  }

  private void field(String text) throws IOException {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c != ',' && c != '"' && c != '\n' && c != '\r';
    }
    out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }
}
