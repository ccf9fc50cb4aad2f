// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes SPARQL Query Results XML as it comes. Jena's writer leaves an ampersand in the address of
 * a datatype as it is, and characters that XML 1.0 has no way to write.
 */
final class XmlRows {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
          + "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n";

  /** The direction of text has a name in another namespace. */
  private static final String ITS =
      " xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\"";

  private final Writer out;
  private final Map<Node, String> blanks = new HashMap<>();

  private XmlRows(Writer out) {
    this.out = out;
  }

  static void write(OutputStream stream, boolean answer) throws IOException {
    Writer out = Utf8.writer(stream);
    out.write(HEAD + "<head/>\n<boolean>" + answer + "</boolean>\n</sparql>\n");
    out.flush();
  }

  static void write(OutputStream stream, RowSet rows) throws IOException {
    Writer out = Utf8.writer(stream);
    new XmlRows(out).write(rows);
    out.flush();
  }

  private void write(RowSet rows) throws IOException {
    List<Var> vars = rows.getResultVars();
    out.write(HEAD + "<head>\n");
    String[] names = new String[vars.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = vars.get(i).getVarName();
      out.write("<variable name=\"" + names[i] + "\"/>\n");
    }
    out.write("</head>\n<results>\n");
    while (rows.hasNext()) {
      Binding row = rows.next();
      out.write("<result>");
      for (int i = 0; i < names.length; i++) {
        Node value = row.get(vars.get(i));
        if (value != null) {
          out.write("<binding name=\"");
          out.write(names[i]);
          out.write("\">");
          value(value);
          out.write("</binding>");
        }
      }
      out.write("</result>\n");
    }
    out.write("</results>\n</sparql>\n");
  }

  private void value(Node node) throws IOException {
    if (node.isURI()) {
      element("uri", node.getURI());
    } else if (node.isLiteral()) {
      literal(node);
    } else if (node.isTripleTerm()) {
      out.write("<triple><subject>");
      value(node.getTriple().getSubject());
      out.write("</subject><predicate>");
      value(node.getTriple().getPredicate());
      out.write("</predicate><object>");
      value(node.getTriple().getObject());
      out.write("</object></triple>");
    } else {
      element("bnode", blanks.computeIfAbsent(node, blank -> "b" + blanks.size()));
    }
  }

  private void element(String name, String text) throws IOException {
    out.write('<');
    out.write(name);
    out.write('>');
    text(text);
    out.write("</");
    out.write(name);
    out.write('>');
  }

  private void literal(Node node) throws IOException {
    out.write("<literal");
    String lang = node.getLiteralLanguage();
    if (!lang.isEmpty()) {
      attribute("xml:lang", lang);
      if (node.getLiteralBaseDirection() != null) {
        out.write(ITS);
        attribute("its:dir", node.getLiteralBaseDirection().direction());
      }
    } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      attribute("datatype", node.getLiteralDatatypeURI());
    }
    out.write('>');
    text(node.getLiteralLexicalForm());
    out.write("</literal>");
  }

  private void attribute(String name, String value) throws IOException {
    out.write(' ');
    out.write(name);
    out.write("=\"");
    text(value);
    out.write('"');
  }

  /** Writes text so that a parser gives it back, line ends and tabs in attributes included. */
  private void text(String text) throws IOException {
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' || c == '>' || c == '&' || c == '"' || c < ' ') {
        out.write(text, from, i - from);
        out.write(escaped(c));
        from = i + 1;
      } else if (c >= 0xD800) {
        if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
          i += Character.isLowSurrogate(text.charAt(i + 1)) ? 1 : 0;
        } else if (c <= 0xDFFF || c >= 0xFFFE) {
          throw cannotHold(c);
        }
      }
    }
    out.write(text, from, text.length() - from);
  }

  /** {@return the reference for a character, XML 1.0 section 2.2} */
  private static String escaped(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\t' -> "&#x9;";
      case '\n' -> "&#xA;";
      case '\r' -> "&#xD;";
      default -> throw cannotHold(c);
    };
  }

  private static CannotHoldException cannotHold(char c) {
    return new CannotHoldException(
        ResultFormat.XML, "the character U+%04X that is in this answer".formatted((int) c));
  }
}
