// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.page.Example;
import org.gilan.page.Media;
import org.gilan.page.Site;

/**
 * The Fuseki UI from its own jar, unchanged but for two lines in the head of its page: a style
 * sheet that hides what a read-only server has not, and a script that knows our questions and
 * prefixes.
 */
final class UiServlet extends ReadServlet {
  private static final long serialVersionUID = 1;

  private static final String OURS =
      "<link rel=\"stylesheet\" href=\"./assets/ui.css\"><script src=\"./assets/ui.js\"></script>";

  private final transient Site site;

  UiServlet(Site site) {
    this.site = site;
  }

  @Override
  void read(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    switch (path) {
      case "/", "/index.html" -> index(response);
      case "/assets/site.json" -> known(response);
      default -> {
        boolean ours = path.startsWith("/assets/");
        BundledFile.send(
            request,
            response,
            (ours ? "/web" : "/webapp") + path,
            path.startsWith("/static/") ? "max-age=31536000, immutable" : "no-cache");
      }
    }
  }

  private static void index(HttpServletResponse response) throws IOException {
    String page =
        new String(BundledFile.read("/webapp/index.html").orElseThrow(), StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-cache");
    Reply.send(
        response,
        HttpServletResponse.SC_OK,
        Media.HTML.contentType(),
        page.replaceFirst("<title>.*?</title>", "<title>Gilan: query</title>" + OURS));
  }

  private void known(HttpServletResponse response) throws IOException {
    JsonObject known = new JsonObject();
    known.put("prefixes", prefixes());
    known.put("questions", questions());
    Graph graph = site.graph().dataset().getDefaultGraph();
    known.put(
        "class",
        terms(graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).mapWith(Triple::getObject)));
    known.put("property", terms(graph.find().mapWith(Triple::getPredicate)));
    response.setHeader("Cache-Control", "no-cache");
    Reply.send(
        response, HttpServletResponse.SC_OK, "application/json;charset=utf-8", known.toString());
  }

  private JsonObject prefixes() {
    JsonObject prefixes = new JsonObject();
    new TreeMap<>(site.graph().dataset().getDefaultGraph().getPrefixMapping().getNsPrefixMap())
        .forEach(prefixes::put);
    return prefixes;
  }

  private JsonArray questions() {
    JsonArray questions = new JsonArray();
    for (Example example : site.examples()) {
      JsonObject question = new JsonObject();
      question.put("title", example.title());
      question.put("sparql", example.sparql());
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
