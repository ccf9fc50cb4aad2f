// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.vocabulary.RDF;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Statistics;
import org.gilan.vocab.Gilan;

/** What a store held when it was opened, or last filled: the graphs, and how to ask for them. */
public final class Contents {
  /** Where the context of a dataset has it. */
  private static final Symbol KEY = Symbol.create("https://w3id.org/gilan/remote#contents");

  /** There is none of this name; it keeps a list of graphs from being empty, which means all. */
  private static final String NONE = Gilan.graph("none").getURI();

  private final RemoteStore store;
  private final String release;
  private final Map<Node, Integer> sizes = new LinkedHashMap<>();

  /** Null where the store's own default graph is the one. */
  private final Node unnamed;

  /** Graphs of which one that is not there is empty; Jena would make it, and only in a change. */
  private static final class Graphs extends DatasetGraphMapLink {
    Graphs(Graph unnamed) {
      super(unnamed);
    }

    @Override
    public Graph getGraph(Node name) {
      boolean isThere = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || containsGraph(name);
      return isThere ? super.getGraph(name) : Graph.emptyGraph;
    }
  }

  Contents(RemoteStore store, String release) {
    this.store = store;
    this.release = release;
    String sizes =
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), \"%s\")) }"
            + " GROUP BY ?g ORDER BY ?g";
    each(sizes.formatted(Gilan.GRAPH), row -> this.sizes.put(row.get("g"), number(row, "n")));
    this.unnamed = this.sizes.containsKey(RemoteStore.DEFAULT) ? RemoteStore.DEFAULT : null;
    this.sizes.remove(RemoteStore.RELEASE);
  }

  /**
   * {@return what a store holds of a dataset; null for one in this process}
   *
   * @param context of the dataset, or of a query on it
   */
  public static Contents of(Context context) {
    return context.get(KEY);
  }

  KnowledgeGraph graph(Map<String, String> prefixes) {
    Statistics statistics = statistics();
    PrefixMapping mapping = PrefixMapping.Factory.create().setNsPrefixes(prefixes).lock();
    DatasetGraphMapLink dataset =
        new Graphs(new RemoteGraph(this, unnamed, statistics.triples(), mapping));
    sizes.forEach(
        (name, size) -> {
          if (!name.equals(RemoteStore.DEFAULT)) {
            dataset.addGraph(name, new RemoteGraph(this, name, size, mapping));
          }
        });
    dataset.getContext().set(KEY, this);
    return new KnowledgeGraph(dataset, release, statistics);
  }

  /** Counts what the planner asks for, by the store; a few numbers are guessed from the others. */
  private Statistics statistics() {
    Map<Node, Integer> classes = new HashMap<>();
    each(
        "SELECT ?o (COUNT(*) AS ?n) %s { ?s a ?o } GROUP BY ?o".formatted(from()),
        row -> classes.put(row.get("o"), number(row, "n")));
    classes.values().removeIf(count -> count <= Statistics.FREQUENT);
    Map<Node, Statistics.Property> properties = properties("?s ?p ?o", classes);
    int triples = properties.values().stream().mapToInt(Statistics.Property::triples).sum();
    String ours =
        sizes.keySet().stream().map(name -> "<" + name + ">").collect(Collectors.joining(" "));
    properties("VALUES ?g { %s } GRAPH ?g { ?s ?p ?o }".formatted(ours), Map.of())
        .forEach(properties::putIfAbsent);
    return new Statistics(triples, List.copyOf(properties.values()));
  }

  private Map<Node, Statistics.Property> properties(String pattern, Map<Node, Integer> classes) {
    Map<Node, Statistics.Property> properties = new LinkedHashMap<>();
    String counts =
        "SELECT ?p (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?ss) (COUNT(DISTINCT ?o) AS ?os) %s"
            + " { %s } GROUP BY ?p";
    each(
        counts.formatted(from(), pattern),
        row -> {
          int triples = number(row, "n");
          int subjects = Math.max(1, number(row, "ss"));
          int objects = Math.max(1, number(row, "os"));
          properties.put(
              row.get("p"),
              new Statistics.Property(
                  row.get("p"),
                  triples,
                  subjects,
                  triples / (double) subjects,
                  objects,
                  triples / (double) objects,
                  row.get("p").equals(RDF.type.asNode()) ? classes : Map.of()));
        });
    return properties;
  }

  private static int number(Binding row, String name) {
    try {
      return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(Rows.literal(row, Var.alloc(name))));
    } catch (NumberFormatException e) {
      throw StoreException.strange();
    }
  }

  private void each(String query, Consumer<Binding> row) {
    try (Rows rows = read(query, () -> RemoteStore.COUNTING, () -> {})) {
      rows.forEachRemaining(row);
    }
  }

  /** {@return the rows of a query of ours} */
  Rows read(String query, Supplier<Duration> time, Runnable waiting) {
    return store.ask(release, query, time.get(), waiting);
  }

  /** {@return how long a query of ours may take when nobody says} */
  Duration longest() {
    return store.longest();
  }

  /**
   * {@return the same graph, whose reading ends with the time of who reads it}
   *
   * @param graph one of a store, or made of such
   * @param time how much is left
   * @param waiting is run often while nothing comes; what it throws ends the reading
   */
  public static Graph within(Graph graph, Supplier<Duration> time, Runnable waiting) {
    return graph instanceof RemoteGraph remote ? remote.within(time, waiting) : graph;
  }

  /**
   * {@return the rows of a query, as they come; to be closed}
   *
   * @param query SELECT, with its graphs as {@link #graphs} has them
   * @param asked the variables that the rows may have
   * @param time for the whole answer
   * @param waiting is run often while nothing comes; what it throws ends the query
   * @throws StoreException when the store does not answer, or is being filled
   */
  public Rows ask(String query, Set<Var> asked, Duration time, Runnable waiting) {
    return store.ask(release, query, time, waiting).with(asked);
  }

  /**
   * {@return the graphs that a query is asked of, by name: ours, for the store may have others, or
   * load what is named and not there; null for all it has}
   *
   * @param asked the graphs that the client names; null for those there are
   */
  public DatasetDescription graphs(DatasetDescription asked) {
    if (asked != null) {
      return DatasetDescription.create(
          known(asked.getDefaultGraphURIs()), known(asked.getNamedGraphURIs()));
    }
    return unnamed == null
        ? null
        : DatasetDescription.create(
            List.of(unnamed.getURI()),
            sizes.keySet().stream()
                .filter(name -> !name.equals(unnamed))
                .map(Node::getURI)
                .toList());
  }

  private List<String> known(List<String> names) {
    List<String> known =
        names.stream().filter(name -> sizes.containsKey(NodeFactory.createURI(name))).toList();
    return known.isEmpty() ? List.of(NONE) : known;
  }

  /** {@return the same for a query of ours} */
  String from() {
    DatasetDescription all = graphs(null);
    return all == null
        ? ""
        : Stream.concat(
                all.getDefaultGraphURIs().stream().map("FROM <%s>"::formatted),
                all.getNamedGraphURIs().stream().map("FROM NAMED <%s>"::formatted))
            .collect(Collectors.joining(" "));
  }
}
