// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.ANY;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.LITERAL;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.TERM;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.URI;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.VAR;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.isSet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.optimizer.Pattern;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.sse.Item;

/**
 * Counts of a graph, so that the patterns of a query can be matched in a good order. They are taken
 * once, when the graph is made, and kept with it.
 */
public final class Statistics {
  /** A triple of which all is known is only looked up, and may end the matter. */
  private static final double CHECK = 0.5;

  private static final double BOTH_ENDS = 2;
  private static final double SUBJECT_ONLY = 20;
  private static final double OBJECT_ONLY = 50;

  /** An object with more triples of a property may be counted by itself. */
  public static final int FREQUENT = 50;

  /** It is, if it has so many times the usual number. */
  public static final int FAR_FROM_USUAL = 2;

  private final int triples;
  private final List<Property> properties;
  private final StatsMatcher matcher = new StatsMatcher();

  /**
   * What there is of one property.
   *
   * @param name the property
   * @param triples how many there are of it
   * @param subjects how many different ones
   * @param sameSubject how many triples share the subject of one that is drawn at random
   * @param objects how many different ones
   * @param sameObject how many triples share the object of one that is drawn at random
   * @param frequent the triples of each object that has far more than others
   */
  public record Property(
      Node name,
      int triples,
      int subjects,
      double sameSubject,
      int objects,
      double sameObject,
      Map<Node, Integer> frequent) {}

  /** A property while it is counted. */
  private static final class Count {
    private final Map<Node, Integer> subjects = new HashMap<>();
    private final Map<Node, Integer> objects = new HashMap<>();
    private int triples;

    void add(Triple triple) {
      triples++;
      subjects.merge(triple.getSubject(), 1, Integer::sum);
      objects.merge(triple.getObject(), 1, Integer::sum);
    }

    Property of(Node name) {
      double usual = triples / (double) objects.size();
      Map<Node, Integer> frequent = new LinkedHashMap<>();
      objects.forEach(
          (object, count) -> {
            if (count > FREQUENT && count > usual * FAR_FROM_USUAL) {
              frequent.put(object, count);
            }
          });
      return new Property(
          name,
          triples,
          subjects.size(),
          expected(subjects),
          objects.size(),
          expected(objects),
          frequent);
    }

    private double expected(Map<Node, Integer> counts) {
      double squares = 0;
      for (int count : counts.values()) {
        squares += (double) count * count;
      }
      return squares / triples;
    }
  }

  /**
   * Takes counts as they were kept.
   *
   * @param triples how many there are
   * @param properties what there is of each property
   */
  public Statistics(int triples, List<Property> properties) {
    this.triples = triples;
    this.properties = List.copyOf(properties);
    properties.forEach(this::add);
    others();
  }

  /**
   * {@return the counts of a graph; one pass through it}
   *
   * @param graph any graph
   */
  public static Statistics of(Graph graph) {
    return of(graph.size(), count(graph, Set.of()));
  }

  /**
   * {@return the counts of the default graph and, of named graphs, those of properties that the
   * default graph has not}
   *
   * @param dataset any dataset
   */
  public static Statistics of(DatasetGraph dataset) {
    Map<Node, Count> counts = count(dataset.getDefaultGraph(), Set.of());
    Set<Node> known = Set.copyOf(counts.keySet());
    dataset
        .listGraphNodes()
        .forEachRemaining(
            name -> count(dataset.getGraph(name), known).forEach(counts::putIfAbsent));
    return of(dataset.getDefaultGraph().size(), counts);
  }

  private static Map<Node, Count> count(Graph graph, Set<Node> without) {
    Map<Node, Count> counts = new LinkedHashMap<>();
    graph
        .find()
        .filterDrop(triple -> without.contains(triple.getPredicate()))
        .forEachRemaining(
            triple -> counts.computeIfAbsent(triple.getPredicate(), p -> new Count()).add(triple));
    return counts;
  }

  private static Statistics of(int triples, Map<Node, Count> counts) {
    return new Statistics(
        triples, counts.entrySet().stream().map(e -> e.getValue().of(e.getKey())).toList());
  }

  /** {@return how many triples there are} */
  public int triples() {
    return triples;
  }

  /** {@return what there is of each property} */
  public List<Property> properties() {
    return properties;
  }

  /**
   * Adds the patterns of one property; of those that match, the first counts. A term that the query
   * names is taken for a usual one, if it is not known for a frequent one. A term that comes from
   * the rows before is likely a frequent one: it comes as often as it is there.
   */
  private void add(Property property) {
    Item name = Item.createNode(property.name());
    double usual = property.triples() / (double) property.objects();
    property
        .frequent()
        .forEach(
            (object, count) ->
                matcher.addPattern(new Pattern(count, ANY, name, Item.createNode(object))));
    matcher.addPattern(
        new Pattern(property.triples() / (double) property.subjects(), URI, name, ANY));
    matcher.addPattern(new Pattern(property.sameSubject(), TERM, name, ANY));
    matcher.addPattern(new Pattern(usual, ANY, name, URI));
    matcher.addPattern(new Pattern(usual, ANY, name, LITERAL));
    matcher.addPattern(new Pattern(property.sameObject(), ANY, name, TERM));
    matcher.addPattern(new Pattern(property.triples(), ANY, name, ANY));
  }

  /** Patterns whose property is a variable, whether it has a value by then or not. */
  private void others() {
    matcher.addPattern(new Pattern(BOTH_ENDS, TERM, VAR, TERM));
    matcher.addPattern(new Pattern(SUBJECT_ONLY, TERM, VAR, ANY));
    matcher.addPattern(new Pattern(OBJECT_ONLY, ANY, VAR, TERM));
    matcher.addPattern(new Pattern(triples, ANY, VAR, ANY));
  }

  /**
   * {@return how many triples a pattern may match for each row before it}
   *
   * @param pattern a triple whose terms are known, or known to have a value by then, or variables
   */
  public double weight(PatternTriple pattern) {
    if (isSet(pattern.subject) && isSet(pattern.predicate) && isSet(pattern.object)) {
      return CHECK;
    }
    double weight = matcher.match(pattern);
    return weight < 0 ? 0 : weight; // a property that the graph has not
  }
}
