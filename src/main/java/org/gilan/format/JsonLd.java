// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes JSON-LD 1.1 subject by subject, properties by their short names. Jena's writer makes the
 * whole document in memory first, four times over: eight clients at once filled any heap.
 */
final class JsonLd {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final JsonGenerator json;
  private final Map<String, String> prefixes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  private JsonLd(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a dataset, of which the named graphs come last. */
  static void write(OutputStream out, DatasetGraph dataset) throws IOException {
    write(FACTORY.createGenerator(out, JsonEncoding.UTF8), dataset);
  }

  /** Writes a graph in lines, for people. */
  static void describe(OutputStream out, Graph graph) throws IOException {
    JsonGenerator json = FACTORY.createGenerator(out, JsonEncoding.UTF8);
    write(json.useDefaultPrettyPrinter(), DatasetGraphFactory.wrap(graph));
  }

  private static void write(JsonGenerator json, DatasetGraph dataset) throws IOException {
    // Closed only in the end: closing would complete the text of an answer that failed.
    new JsonLd(json).write(dataset);
    json.close();
  }

  private void write(DatasetGraph dataset) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("@context");
    for (Map.Entry<String, String> prefix :
        dataset.getDefaultGraph().getPrefixMapping().getNsPrefixMap().entrySet()) {
      if (isUsable(prefix.getKey(), prefix.getValue())) {
        prefixes.put(prefix.getValue(), prefix.getKey());
        json.writeStringField(prefix.getKey(), prefix.getValue());
      }
    }
    json.writeEndObject();
    json.writeArrayFieldStart("@graph");
    nodes(dataset.getDefaultGraph());
    Iterator<Node> graphs = dataset.listGraphNodes();
    while (graphs.hasNext()) {
      Node name = graphs.next();
      json.writeStartObject();
      json.writeStringField("@id", id(name));
      json.writeArrayFieldStart("@graph");
      nodes(dataset.getGraph(name));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** {@return whether a term of a context can be a prefix: JSON-LD 1.1 section 9.15.1} */
  private static boolean isUsable(String prefix, String namespace) {
    return prefix.matches("(?!(https?|urn|tag|mailto|file)$)[A-Za-z][\\w-]*")
        && namespace.matches("[a-z]+:.*[:/?#\\[\\]@]");
  }

  private void nodes(Graph graph) throws IOException {
    Set<Node> subjects = new LinkedHashSet<>();
    graph.find().forEachRemaining(triple -> subjects.add(triple.getSubject()));
    for (Node subject : subjects) {
      Map<Node, List<Node>> values = new LinkedHashMap<>();
      Iterator<Triple> triples = graph.find(subject, Node.ANY, Node.ANY);
      while (triples.hasNext()) {
        Triple triple = triples.next();
        values
            .computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>(1))
            .add(triple.getObject());
      }
      json.writeStartObject();
      json.writeStringField("@id", id(subject));
      for (Map.Entry<Node, List<Node>> entry : values.entrySet()) {
        property(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
    }
  }

  private void property(Node property, List<Node> values) throws IOException {
    boolean isType =
        property.equals(RDF.type.asNode()) && values.stream().noneMatch(Node::isLiteral);
    json.writeArrayFieldStart(isType ? "@type" : name(property.getURI()));
    for (Node value : values) {
      if (isType) {
        json.writeString(value.isURI() ? name(value.getURI()) : id(value));
      } else {
        value(value);
      }
    }
    json.writeEndArray();
  }

  private void value(Node value) throws IOException {
    json.writeStartObject();
    if (value.isLiteral()) {
      json.writeStringField("@value", value.getLiteralLexicalForm());
      String type = value.getLiteralDatatypeURI();
      if (!value.getLiteralLanguage().isEmpty()) {
        json.writeStringField("@language", value.getLiteralLanguage());
      } else if (!type.equals(XSD.xstring.getURI())) {
        json.writeStringField("@type", name(type));
      }
    } else {
      json.writeStringField("@id", id(value));
    }
    json.writeEndObject();
  }

  private static String id(Node node) {
    return node.isBlank()
        ? "_:" + NodeFmtLib.encodeBNodeLabel(node.getBlankNodeLabel())
        : node.getURI();
  }

  /** {@return the address in short, where its namespace has a prefix} */
  private String name(String address) {
    return names.computeIfAbsent(address, this::shorten);
  }

  private String shorten(String address) {
    int end = Math.max(address.lastIndexOf('#'), address.lastIndexOf('/')) + 1;
    String prefix = prefixes.get(address.substring(0, end));
    return prefix == null ? address : prefix + ":" + address.substring(end);
  }
}
