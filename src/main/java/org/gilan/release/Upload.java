// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.DCTerms;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.VoidDescription;
import org.gilan.remote.Credentials;
import org.gilan.remote.RemoteStore;
import org.gilan.vocab.Gilan;

/**
 * Loads the graph into a store by the SPARQL 1.1 graph store protocol: each graph by PUT, in pieces
 * where the store refuses its size, and without RDF 1.2 where it refuses that.
 */
public final class Upload {
  /** No store need take more at once. */
  private static final int PIECE = 50_000;

  private static final int TOO_LARGE = 413;
  private static final int SEEN_SECONDS = 2;

  private final GraphStore store;
  private final Consumer<String> told;

  private Upload(GraphStore store, Consumer<String> told) {
    this.store = store;
    this.told = told;
  }

  /**
   * Sends the graph.
   *
   * @param graph what is sent
   * @param address of the store, as for {@code ?graph=} to be added
   * @param credentials which it may ask for
   * @param told is told of each graph what was accepted
   * @throws UploadException when the store cannot be reached or refuses
   */
  public static void send(
      KnowledgeGraph graph, URI address, Credentials credentials, Consumer<String> told)
      throws UploadException {
    try (GraphStore store = new GraphStore(address, credentials)) {
      new Upload(store, told).send(graph);
    }
  }

  /** What names the release goes first and comes last: half a load bears no name. */
  private void send(KnowledgeGraph graph) throws UploadException {
    require(RemoteStore.RELEASE, store.delete(RemoteStore.RELEASE));
    letServersSee();
    List<Node> names = new ArrayList<>();
    graph.dataset().listGraphNodes().forEachRemaining(names::add);
    names.sort((a, b) -> a.getURI().compareTo(b.getURI()));
    for (Node name : names) {
      send(name, graph.dataset().getGraph(name));
    }
    Triple mark =
        Triple.create(
            NodeFactory.createURI(VoidDescription.DATASET),
            DCTerms.identifier.asNode(),
            NodeFactory.createLiteralString(graph.checksum()));
    sendDefault(mark, graph.dataset().getDefaultGraph());
    require(RemoteStore.RELEASE, put(RemoteStore.RELEASE, List.of(mark)));
    told.accept("graph/release: checksum " + graph.checksum());
  }

  /** Those that serve from the store look each second whether it is whole. */
  private static void letServersSee() throws UploadException {
    try {
      TimeUnit.SECONDS.sleep(SEEN_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UploadException("interrupted");
    }
  }

  /**
   * Asks with one triple whether there is a default graph: Virtuoso refuses without reading, and
   * takes the rest of what it refused for the next request.
   */
  private void sendDefault(Triple mark, Graph graph) throws UploadException {
    GraphStore.Answer answer = put(null, List.of(mark));
    if (answer.isGood()) {
      send(null, graph);
    } else {
      told.accept("the store has no default graph to write to (%s)".formatted(answer));
      send(RemoteStore.DEFAULT, graph);
      told.accept(
          "ask it with default-graph-uri="
              + RemoteStore.DEFAULT.getURI()
              + "; ./gilan serve --store does by itself");
    }
  }

  private void send(Node name, Graph graph) throws UploadException {
    List<Triple> triples = ordered(graph);
    GraphStore.Answer answer = put(name, triples);
    List<Triple> plain = triples.stream().filter(triple -> !isRdf12(triple)).toList();
    int left = triples.size() - plain.size();
    if (answer.isGood() && left > 0 && store.count(name).orElse(triples.size()) <= left) {
      answer = new GraphStore.Answer(200, "it took the graph and kept little of it");
    } else if (answer.isGood()) {
      tell(name, triples.size(), 0);
      return;
    }
    if (left == 0) {
      require(name, answer);
    }
    if (plain.isEmpty()) {
      require(name, store.delete(name));
    } else {
      require(name, put(name, plain));
    }
    tell(name, plain.size(), left);
  }

  private void require(Node name, GraphStore.Answer answer) throws UploadException {
    if (!answer.isGood()) {
      throw new UploadException(name(name) + ": " + answer);
    }
  }

  private void tell(Node name, int sent, int left) throws UploadException {
    String kept =
        store.count(name).stream()
            .filter(count -> count != sent)
            .mapToObj(", of which the store gives back %,d"::formatted)
            .findFirst()
            .orElse("");
    String without =
        left == 0 ? "" : "; %,d left out, which need RDF 1.2 (triple terms)".formatted(left);
    told.accept("%s: %,d triples%s%s".formatted(name(name), sent, kept, without));
  }

  private static String name(Node name) {
    return name == null ? "default graph" : name.getURI().substring(Gilan.BASE.length());
  }

  private GraphStore.Answer put(Node name, List<Triple> triples) throws UploadException {
    return send("PUT", name, triples);
  }

  /** Halves what is too large; what shares blank nodes stays together. */
  private GraphStore.Answer send(String method, Node name, List<Triple> triples)
      throws UploadException {
    int blank = (int) triples.stream().filter(Upload::hasBlank).count();
    int half = Math.max(blank, triples.size() / 2);
    boolean canSplit = half > 0 && half < triples.size();
    if (triples.size() <= PIECE || !canSplit) {
      GraphStore.Answer answer = store.send(method, name, text(triples));
      if (answer.status() != TOO_LARGE || !canSplit) {
        return answer;
      }
    }
    GraphStore.Answer first = send(method, name, triples.subList(0, half));
    return first.isGood() ? send("POST", name, triples.subList(half, triples.size())) : first;
  }

  /** {@return the triples, those with blank nodes first} */
  private static List<Triple> ordered(Graph graph) {
    List<Triple> triples = new ArrayList<>(graph.find().toList());
    triples.sort((a, b) -> Boolean.compare(hasBlank(b), hasBlank(a)));
    return triples;
  }

  private static boolean hasBlank(Triple triple) {
    return triple.getSubject().isBlank() || triple.getObject().isBlank();
  }

  private static boolean isRdf12(Triple triple) {
    Node object = triple.getObject();
    return object.isTripleTerm() || object.isLiteral() && object.getLiteralBaseDirection() != null;
  }

  private static String text(List<Triple> triples) {
    StringBuilder text = new StringBuilder();
    for (Triple triple : triples) {
      text.append(NodeFmtLib.strNT(triple.getSubject()))
          .append(' ')
          .append(NodeFmtLib.strNT(triple.getPredicate()))
          .append(' ')
          .append(NodeFmtLib.strNT(triple.getObject()))
          .append(" .\n");
    }
    return text.toString();
  }
}
