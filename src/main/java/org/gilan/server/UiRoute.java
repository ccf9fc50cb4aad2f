// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.gilan.catalogue.Executable;
import org.gilan.format.ResultFormat;
import org.gilan.graph.Once;
import org.gilan.graph.Statistics;
import org.gilan.page.Site;
import org.gilan.page.UiLinks;
import org.gilan.vocab.Gilan;

/**
 * The Fuseki UI from its own jar, unchanged but for two lines in the head of its page: a style
 * sheet that hides what a read-only server has not, and a script that knows our questions and
 * prefixes.
 */
final class UiRoute implements Route {
  private static final String OURS =
      "<link rel=\"stylesheet\" href=\"./assets/ui.css\"><script src=\"./assets/ui.js\"></script>";

  private static final String ROOT = "/ui";

  private static final String QUESTION = "/query/";

  private final Site site;
  private final Once<String> known;

  UiRoute(Site site) {
    this.site = site;
    this.known = new Once<>(() -> site.graph().dataset().calculateRead(this::read).toString());
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    String path = exchange.path().substring(ROOT.length());
    switch (path) {
      case "/", "/index.html" -> index(exchange);
      case "/assets/site.json" -> known(exchange);
      default -> {
        if (path.startsWith(QUESTION)) {
          open(exchange, path.substring(QUESTION.length()));
          return;
        }
        boolean ours = path.startsWith("/assets/");
        BundledFile.send(
            exchange,
            (ours ? "/web" : "/webapp") + path,
            path.startsWith("/static/") ? "max-age=31536000, immutable" : null);
      }
    }
  }

  /** Opens the editor with a question of the catalogue in it. */
  private void open(Exchange exchange, String name) throws IOException {
    DatasetGraph dataset = site.graph().dataset();
    Optional<Executable> question =
        dataset.calculateRead(
            () ->
                Executable.of(
                    dataset.getDefaultGraph(), NodeFactory.createURI(Gilan.QUERY + name)));
    if (question.isPresent()) {
      exchange.reply().redirect(303, UiLinks.query(question.get().sparql()));
    } else {
      throw new Problem(404, "There is no question " + name, "The first page, /, lists them.");
    }
  }

  private static void index(Exchange exchange) throws IOException {
    String page =
        new String(BundledFile.read("/webapp/index.html").orElseThrow(), StandardCharsets.UTF_8);
    exchange
        .reply()
        .tagged(
            ResultFormat.HTML.contentType(),
            page.replaceFirst("<title>.*?</title>", "<title>Gilan: query</title>" + OURS));
  }

  private void known(Exchange exchange) throws IOException {
    exchange.reply().tagged("application/json; charset=utf-8", known.get());
  }

  private JsonObject read() {
    JsonObject known = new JsonObject();
    known.put("prefixes", prefixes());
    known.put("questions", questions());
    Graph graph = site.graph().dataset().getDefaultGraph();
    known.put(
        "class",
        terms(graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject)));
    known.put(
        "property",
        terms(
            site.graph().statistics().properties().stream()
                .map(Statistics.Property::name)
                .iterator()));
    return known;
  }

  private JsonObject prefixes() {
    JsonObject prefixes = new JsonObject();
    new TreeMap<>(site.graph().dataset().getDefaultGraph().getPrefixMapping().getNsPrefixMap())
        .forEach(prefixes::put);
    return prefixes;
  }

  private JsonArray questions() {
    JsonArray questions = new JsonArray();
    for (Executable executable : Executable.in(site.graph().dataset().getDefaultGraph())) {
      JsonObject question = new JsonObject();
      question.put("name", executable.name());
      question.put("title", executable.title());
      question.put("sparql", executable.sparql());
      questions.add(question);
    }
    return questions;
  }

  private static JsonArray terms(Iterator<Node> nodes) {
    Set<String> names = new TreeSet<>();
    nodes.forEachRemaining(
        node -> {
          if (node.isURI()) {
            names.add(node.getURI());
          }
        });
    JsonArray terms = new JsonArray();
    names.forEach(terms::add);
    return terms;
  }
}
