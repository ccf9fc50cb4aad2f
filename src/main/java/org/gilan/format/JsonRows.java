// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes SPARQL 1.1 Query Results JSON as it comes, without white space. Triple terms and text
 * directions are written as SPARQL 1.2 does.
 */
final class JsonRows {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final SerializableString TYPE = new SerializedString("type");
  private static final SerializableString VALUE = new SerializedString("value");
  private static final SerializableString LANG = new SerializedString("xml:lang");
  private static final SerializableString DIRECTION = new SerializedString("its:dir");
  private static final SerializableString DATATYPE = new SerializedString("datatype");
  private static final SerializableString URI = new SerializedString("uri");
  private static final SerializableString LITERAL = new SerializedString("literal");
  private static final SerializableString BNODE = new SerializedString("bnode");
  private static final SerializableString TRIPLE = new SerializedString("triple");

  private final JsonGenerator json;
  private final Map<Node, String> blanks = new HashMap<>();

  private JsonRows(JsonGenerator json) {
    this.json = json;
  }

  static void write(OutputStream out, boolean answer) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeObjectFieldStart("head");
      json.writeEndObject();
      json.writeBooleanField("boolean", answer);
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  static void write(OutputStream out, RowSet rows) throws IOException {
    // Closed only in the end: closing would complete the text of an answer that failed.
    JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    new JsonRows(json).write(rows);
    json.close();
  }

  private void write(RowSet rows) throws IOException {
    List<Var> vars = rows.getResultVars();
    SerializableString[] names = new SerializableString[vars.size()];
    json.writeStartObject();
    json.writeObjectFieldStart("head");
    json.writeArrayFieldStart("vars");
    for (int i = 0; i < names.length; i++) {
      names[i] = new SerializedString(vars.get(i).getVarName());
      json.writeString(names[i]);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectFieldStart("results");
    json.writeArrayFieldStart("bindings");
    while (rows.hasNext()) {
      json.writeRaw('\n');
      row(rows.next(), vars, names);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void row(Binding row, List<Var> vars, SerializableString[] names) throws IOException {
    json.writeStartObject();
    for (int i = 0; i < names.length; i++) {
      Node value = row.get(vars.get(i));
      if (value != null) {
        json.writeFieldName(names[i]);
        value(value);
      }
    }
    json.writeEndObject();
  }

  private void value(Node node) throws IOException {
    json.writeStartObject();
    json.writeFieldName(TYPE);
    if (node.isURI()) {
      json.writeString(URI);
      json.writeFieldName(VALUE);
      json.writeString(node.getURI());
    } else if (node.isLiteral()) {
      literal(node);
    } else if (node.isTripleTerm()) {
      json.writeString(TRIPLE);
      triple(node.getTriple());
    } else {
      json.writeString(BNODE);
      json.writeFieldName(VALUE);
      json.writeString(blanks.computeIfAbsent(node, blank -> "b" + blanks.size()));
    }
    json.writeEndObject();
  }

  private void literal(Node node) throws IOException {
    json.writeString(LITERAL);
    String lang = node.getLiteralLanguage();
    if (!lang.isEmpty()) {
      json.writeFieldName(LANG);
      json.writeString(lang);
      if (node.getLiteralBaseDirection() != null) {
        json.writeFieldName(DIRECTION);
        json.writeString(node.getLiteralBaseDirection().direction());
      }
    } else if (!node.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
      json.writeFieldName(DATATYPE);
      json.writeString(node.getLiteralDatatypeURI());
    }
    json.writeFieldName(VALUE);
    json.writeString(node.getLiteralLexicalForm());
  }

  private void triple(Triple triple) throws IOException {
    json.writeFieldName(VALUE);
    json.writeStartObject();
    json.writeFieldName("subject");
    value(triple.getSubject());
    json.writeFieldName("predicate");
    value(triple.getPredicate());
    json.writeFieldName("object");
    value(triple.getObject());
    json.writeEndObject();
  }
}
