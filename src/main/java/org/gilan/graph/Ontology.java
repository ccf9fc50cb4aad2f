// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.NodeConst;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.vocab.Gilan;

/** What the program needs to know of the terms: hierarchy, kinds of property, how to read them. */
public final class Ontology {
  private static final Node ALT_LABEL = SKOS.altLabel.asNode();

  private final Graph graph;
  private final Map<Node, Set<Node>> superClasses = new ConcurrentHashMap<>();
  private final Map<Node, Set<Node>> superProperties = new ConcurrentHashMap<>();
  private final Set<Node> classes;
  private final Set<Node> editorial;
  private final Set<Node> singleValued;
  private final Map<Node, String> derived = new HashMap<>();

  /**
   * Reads the ontology.
   *
   * @param graph the triples of {@code ontology/gilan.ttl}, with or without alignments
   */
  public Ontology(Graph graph) {
    this.graph = graph;
    this.classes = typed(OWL2.Class.asNode());
    this.editorial = marked(Gilan.editorial);
    this.singleValued = marked(Gilan.singleValued);
    graph.stream(null, Gilan.derived, null)
        .filter(t -> t.getObject().isLiteral())
        .forEach(t -> derived.put(t.getSubject(), t.getObject().getLiteralLexicalForm()));
  }

  private Set<Node> typed(Node type) {
    return graph.stream(null, RDF.type.asNode(), type)
        .map(t -> t.getSubject())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<Node> marked(Node mark) {
    return graph.stream(null, mark, NodeConst.nodeTrue)
        .map(t -> t.getSubject())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** {@return the terms themselves} */
  public Graph graph() {
    return graph;
  }

  /** {@return the classes of the ontology} */
  public Set<Node> classes() {
    return classes;
  }

  /**
   * {@return a class and all classes above it, ours and those aligned to it}
   *
   * @param type a class
   */
  public Set<Node> superClasses(Node type) {
    return superClasses.computeIfAbsent(type, t -> closure(t, RDFS.subClassOf.asNode()));
  }

  /**
   * {@return a property and all properties above it}
   *
   * @param property a property
   */
  public Set<Node> superProperties(Node property) {
    return superProperties.computeIfAbsent(property, p -> closure(p, RDFS.subPropertyOf.asNode()));
  }

  private Set<Node> closure(Node start, Node relation) {
    Set<Node> reached = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (reached.add(node)) {
        graph.stream(node, relation, null)
            .map(t -> t.getObject())
            .filter(Node::isURI)
            .forEach(open::add);
      }
    }
    return reached;
  }

  /**
   * {@return whether a triple with this property is a statement about the world that needs a claim}
   *
   * <p>These are our own properties but the editorial ones, and {@code skos:altLabel}, because a
   * spelling is a fact about a source.
   *
   * @param property a property
   */
  public boolean needsClaim(Node property) {
    return property.equals(ALT_LABEL)
        || !derived.containsKey(property)
            && property.getURI().startsWith(Gilan.NS)
            && !editorial.contains(property);
  }

  /**
   * {@return whether the property can have but one true value}
   *
   * @param property a property
   */
  public boolean isSingleValued(Node property) {
    return singleValued.contains(property);
  }

  /**
   * {@return what the build makes a property from, if it makes it and nobody writes it}
   *
   * @param property a property
   */
  public Optional<String> derivedFrom(Node property) {
    return Optional.ofNullable(derived.get(property));
  }

  /**
   * {@return whether the ontology declares the term}
   *
   * @param term an IRI
   */
  public boolean declares(Node term) {
    return graph.contains(term, RDF.type.asNode(), Node.ANY);
  }

  /**
   * {@return the class that a property's subjects belong to, if it says}
   *
   * @param property a property
   */
  public Optional<Node> domain(Node property) {
    return object(property, RDFS.domain.asNode());
  }

  /**
   * {@return the class or datatype that a property's objects belong to, if it says}
   *
   * @param property a property
   */
  public Optional<Node> range(Node property) {
    return object(property, RDFS.range.asNode());
  }

  /**
   * {@return whether the property takes literals}
   *
   * @param property a property
   */
  public boolean takesLiterals(Node property) {
    return graph.contains(property, RDF.type.asNode(), OWL2.DatatypeProperty.asNode())
        || property.equals(Gilan.spelling);
  }

  /**
   * {@return the English question that contradicting values of a property answer, if it has one}
   *
   * @param property a property
   */
  public Optional<String> asks(Node property) {
    return object(property, Gilan.asks).map(Node::getLiteralLexicalForm);
  }

  /**
   * {@return the English label of a term, else its local name}
   *
   * @param term a class or property
   */
  public String label(Node term) {
    return graph.stream(term, RDFS.label.asNode(), null)
        .map(t -> t.getObject())
        .filter(o -> "en".equals(o.getLiteralLanguage()))
        .map(Node::getLiteralLexicalForm)
        .findFirst()
        .orElseGet(() -> term.getURI().replaceAll(".*[/#]", ""));
  }

  private Optional<Node> object(Node subject, Node property) {
    return graph.stream(subject, property, null)
        .map(t -> t.getObject())
        .filter(o -> o.isURI() || o.isLiteral())
        .min((a, b) -> a.toString().compareTo(b.toString()));
  }

  /**
   * {@return the nodes that stand in a symmetric, transitive or other kind of property}
   *
   * @param kind for instance {@code owl:TransitiveProperty}
   */
  Set<Node> properties(String kind) {
    return typed(NodeFactory.createURI(OWL2.getURI() + kind));
  }
}
