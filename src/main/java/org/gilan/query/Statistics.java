// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.apache.jena.sparql.engine.optimizer.reorder.PatternElements.isSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.optimizer.Pattern;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternElements;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.sse.Item;

/** Counts a graph, so that the patterns of a query can be matched in a good order. */
public final class Statistics {
  /** A triple of which all is known is only looked up, and may end the matter. */
  private static final double CHECK = 0.5;

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
    private final Set<Node> subjects = new HashSet<>();
    private final Map<Node, Integer> objects = new HashMap<>();
    private int triples;

    void count(Node subject, Node object) {
      triples++;
      subjects.add(subject);
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

  /** Adds the patterns of one property; of those that match, the first counts. */
  private static void add(StatsMatcher matcher, Item name, Property property) {
    double triples = property.triples;
    double usual = triples / property.objects.size();
    Item any = PatternElements.ANY;
    Item term = PatternElements.TERM;
    matcher.addPattern(new Pattern(triples / property.subjects.size(), term, name, any));
    property.objects.forEach(
        (object, count) -> {
          if (count > FREQUENT && count > usual * FAR_FROM_USUAL) {
            matcher.addPattern(new Pattern(count, any, name, Item.createNode(object)));
          }
        });
    matcher.addPattern(new Pattern(usual, any, name, term));
    matcher.addPattern(new Pattern(triples, any, name, any));
  }

  /** Patterns whose property is a variable, or bound only when the pattern is matched. */
  private static void others(StatsMatcher matcher, double triples) {
    Item any = PatternElements.ANY;
    Item term = PatternElements.TERM;
    for (Item predicate : new Item[] {PatternElements.VAR, term}) {
      matcher.addPattern(new Pattern(SUBJECT_ONLY, term, predicate, any));
      matcher.addPattern(new Pattern(OBJECT_ONLY, any, predicate, term));
      matcher.addPattern(new Pattern(triples, any, predicate, any));
    }
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
