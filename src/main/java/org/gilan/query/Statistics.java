// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.ANY;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.LITERAL;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.TERM;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.URI;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.VAR;
import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.isSet;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.optimizer.Pattern;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.sse.Item;

/** Counts a graph, so that the patterns of a query can be matched in a good order. */
public final class Statistics {
  /** A triple of which all is known is only looked up, and may end the matter. */
  private static final double CHECK = 0.5;

  private static final double BOTH_ENDS = 2;
  private static final double SUBJECT_ONLY = 20;
  private static final double OBJECT_ONLY = 50;

  /** An object with so many triples, so many times the usual, is counted by itself. */
  private static final int FREQUENT = 50;

  private static final int FAR_FROM_USUAL = 2;

  private final StatsMatcher matcher;

  private Statistics(StatsMatcher matcher) {
    this.matcher = matcher;
  }

  /** What there is of one property. */
  private static final class Property {
    private final Map<Node, Integer> subjects = new HashMap<>();
    private final Map<Node, Integer> objects = new HashMap<>();
    private int triples;

    void count(Node subject, Node object) {
      triples++;
      subjects.merge(subject, 1, Integer::sum);
      objects.merge(object, 1, Integer::sum);
    }
  }

  /**
   * {@return the counts of a graph; one pass through it}
   *
   * @param graph any graph
   */
  public static Statistics of(Graph graph) {
    Map<Node, Property> properties = new HashMap<>();
    graph
        .find()
        .forEachRemaining(
            triple ->
                properties
                    .computeIfAbsent(triple.getPredicate(), p -> new Property())
                    .count(triple.getSubject(), triple.getObject()));
    StatsMatcher matcher = new StatsMatcher();
    properties.forEach((name, property) -> add(matcher, Item.createNode(name), property));
    others(matcher, graph.size());
    return new Statistics(matcher);
  }

  /**
   * Adds the patterns of one property; of those that match, the first counts. A term that the query
   * names is taken for a usual one, if it is not known for a frequent one. A term that comes from
   * the rows before is likely a frequent one: it comes as often as it is there.
   */
  private static void add(StatsMatcher matcher, Item name, Property property) {
    double usual = property.triples / (double) property.objects.size();
    property.objects.forEach(
        (object, count) -> {
          if (count > FREQUENT && count > usual * FAR_FROM_USUAL) {
            matcher.addPattern(new Pattern(count, ANY, name, Item.createNode(object)));
          }
        });
    matcher.addPattern(
        new Pattern(property.triples / (double) property.subjects.size(), URI, name, ANY));
    matcher.addPattern(new Pattern(expected(property.subjects, property.triples), TERM, name, ANY));
    matcher.addPattern(new Pattern(usual, ANY, name, URI));
    matcher.addPattern(new Pattern(usual, ANY, name, LITERAL));
    matcher.addPattern(new Pattern(expected(property.objects, property.triples), ANY, name, TERM));
    matcher.addPattern(new Pattern(property.triples, ANY, name, ANY));
  }

  /** {@return how many triples share the term of a triple that is drawn at random} */
  private static double expected(Map<Node, Integer> counts, double triples) {
    double squares = 0;
    for (int count : counts.values()) {
      squares += (double) count * count;
    }
    return squares / triples;
  }

  /** Patterns whose property is a variable, whether it has a value by then or not. */
  private static void others(StatsMatcher matcher, double triples) {
    matcher.addPattern(new Pattern(BOTH_ENDS, TERM, VAR, TERM));
    matcher.addPattern(new Pattern(SUBJECT_ONLY, TERM, VAR, ANY));
    matcher.addPattern(new Pattern(OBJECT_ONLY, ANY, VAR, TERM));
    matcher.addPattern(new Pattern(triples, ANY, VAR, ANY));
  }

  /** {@return how many triples a pattern may match for each row before it} */
  double weight(PatternTriple pattern) {
    if (isSet(pattern.subject) && isSet(pattern.predicate) && isSet(pattern.object)) {
      return CHECK;
    }
    double weight = matcher.match(pattern);
    return weight < 0 ? 0 : weight; // a property that the graph has not
  }
}
