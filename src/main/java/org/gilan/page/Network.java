// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.io.StringWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Who has to do with whom, as GraphML, which Gephi, Cytoscape, yEd, NetworkX and igraph open.
 *
 * @param ties from one to another, with a weight
 */
record Network(List<Tie> ties) {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  /**
   * One tie.
   *
   * @param from where it begins
   * @param to where it ends
   * @param weight how often
   */
  record Tie(Term from, Term to, int weight) {}

  /** {@return the network of who wrote to whom in these letters} */
  static Network of(List<Letter> letters) {
    return new Network(
        Correspondence.pairs(letters).stream()
            .map(pair -> new Tie(pair.from(), pair.to(), pair.number()))
            .toList());
  }

  /** {@return the ends of all ties, each once} */
  Collection<Term> nodes() {
    Map<String, Term> nodes = new LinkedHashMap<>();
    for (Tie tie : ties) {
      nodes.putIfAbsent(Thing.key(tie.from()), tie.from());
      nodes.putIfAbsent(Thing.key(tie.to()), tie.to());
    }
    return nodes.values();
  }

  /** {@return the network as a GraphML file} */
  String graphMl() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("graphml");
      out.writeDefaultNamespace(NAMESPACE);
      key(out, "label", "node", "string");
      key(out, "iri", "node", "string");
      key(out, "weight", "edge", "double");
      out.writeStartElement("graph");
      out.writeAttribute("edgedefault", "directed");
      for (Term node : nodes()) {
        node(out, node);
      }
      for (int i = 0; i < ties.size(); i++) {
        edge(out, i, ties.get(i));
      }
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void key(XMLStreamWriter out, String name, String of, String type)
      throws XMLStreamException {
    out.writeEmptyElement("key");
    out.writeAttribute("id", name);
    out.writeAttribute("for", of);
    out.writeAttribute("attr.name", name);
    out.writeAttribute("attr.type", type);
  }

  private static void node(XMLStreamWriter out, Term node) throws XMLStreamException {
    out.writeStartElement("node");
    out.writeAttribute("id", Thing.key(node));
    data(out, "label", node.text());
    if (node.href() != null) {
      data(out, "iri", node.href().startsWith("/") ? Addresses.iri(node.href()) : node.href());
    }
    out.writeEndElement();
  }

  private static void edge(XMLStreamWriter out, int number, Tie tie) throws XMLStreamException {
    out.writeStartElement("edge");
    out.writeAttribute("id", "e" + number);
    out.writeAttribute("source", Thing.key(tie.from()));
    out.writeAttribute("target", Thing.key(tie.to()));
    data(out, "weight", Integer.toString(tie.weight()));
    out.writeEndElement();
  }

  private static void data(XMLStreamWriter out, String key, String value)
      throws XMLStreamException {
    out.writeStartElement("data");
    out.writeAttribute("key", key);
    out.writeCharacters(value);
    out.writeEndElement();
  }
}
