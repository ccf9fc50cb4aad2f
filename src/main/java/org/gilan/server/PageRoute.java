// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.gilan.format.Choice;
import org.gilan.format.ResultFormat;
import org.gilan.page.Addresses;
import org.gilan.page.Pages;

/**
 * Describes the things that the graph's IRIs name, in the format asked for: by extension ({@code
 * .ttl}), by {@code ?format=}, or by {@code Accept}, in this order.
 *
 * <p>The answer comes at once, with {@code Content-Location}, instead of by a redirection: the
 * redirection that tells a thing from its description is the one from w3id.org to here.
 */
final class PageRoute implements Route {
  private static final List<ResultFormat> OFFERED = ResultFormat.OF_PAGES;
  private static final String ONTOLOGY = "/ontology";
  private static final String QUERY = ".rq";

  private static final Pattern RANGE = Pattern.compile("\\d{1,9}[,-]\\d{1,9}");

  private final Pages pages;
  private final MadePages made;

  PageRoute(Pages pages, MadePages made) {
    this.pages = pages;
    this.made = made;
  }

  /** {@return the addresses answered} */
  static String[] paths() {
    List<String> paths =
        new java.util.ArrayList<>(
            List.of("/id/", "/document/", "/claim/", "/graph/", "/query/", ONTOLOGY));
    OFFERED.forEach(format -> paths.add(ONTOLOGY + "." + format.extension()));
    return paths.toArray(String[]::new);
  }

  @Override
  public void answer(Exchange exchange) throws IOException {
    String path = exchange.path();
    if (path.startsWith("/query/") && path.endsWith(QUERY)) {
      query(exchange, path.substring(0, path.length() - QUERY.length()));
      return;
    }
    Optional<ResultFormat> extension =
        OFFERED.stream().filter(format -> path.endsWith("." + format.extension())).findFirst();
    String bare =
        extension
            .map(format -> path.substring(0, path.length() - format.extension().length() - 1))
            .orElse(path);
    String range = exchange.parameter("char");
    if (range != null && bare.startsWith("/document/")) {
      passage(exchange, bare, range);
      return;
    }
    if (extension.isEmpty()) {
      exchange.reply().varyByAccept();
    }
    String iri = Addresses.iri(bare);
    if (Addresses.path(iri).isEmpty()) {
      throw unknown(iri);
    }
    Choice choice =
        extension
            .map(format -> new Choice(format, format.type()))
            .or(() -> asked(exchange))
            .orElseThrow(PageRoute::notAcceptable);
    if (choice.format() == ResultFormat.HTML) {
      html(exchange, iri, bare);
    } else if (ResultFormat.OF_REFERENCES.contains(choice.format())) {
      reference(exchange, iri, choice.format(), bare);
    } else {
      rdf(exchange, iri, choice, bare);
    }
  }

  /** Leads from the address that a passage had, {@code ?char=10,20}, to the one it has. */
  private static void passage(Exchange exchange, String bare, String range) {
    String path = bare + "/" + range.replace(',', '-');
    if (!RANGE.matcher(range).matches() || Addresses.path(Addresses.iri(path)).isEmpty()) {
      throw unknown(Addresses.iri(path));
    }
    exchange.reply().redirect(301, path);
  }

  /** Sends a question as SPARQL, for programs that ask it by name. */
  private void query(Exchange exchange, String bare) {
    String iri = Addresses.iri(bare);
    String sparql = pages.sparql(iri, exchange::value).orElseThrow(() -> unknown(iri));
    exchange.reply().tagged("application/sparql-query; charset=utf-8", sparql);
  }

  private static Optional<Choice> asked(Exchange exchange) {
    return exchange.namesFormat() ? exchange.named(OFFERED) : exchange.accepted().choose(OFFERED);
  }

  private void html(Exchange exchange, String iri, String bare) {
    if (exchange.parameters().has("ask")) { // others are asked, who may answer otherwise
      String page = pages.html(iri, exchange::value).orElseThrow(() -> unknown(iri));
      exchange.reply().noStore();
      locate(exchange, iri, ResultFormat.HTML, bare);
      exchange.reply().tagged(ResultFormat.HTML.contentType(), page);
      return;
    }
    MadePages.Page page =
        made.page(
            exchange,
            iri,
            ResultFormat.HTML.contentType(),
            () -> pages.html(iri, exchange::value).orElseThrow(() -> unknown(iri)));
    locate(exchange, iri, ResultFormat.HTML, bare);
    made.send(exchange, page);
  }

  private void reference(Exchange exchange, String iri, ResultFormat format, String bare) {
    String reference =
        made.make(() -> pages.reference(iri, format).orElseThrow(() -> unknown(iri)));
    locate(exchange, iri, format, bare);
    exchange.reply().tagged(format.type() + "; charset=utf-8", reference);
  }

  private void rdf(Exchange exchange, String iri, Choice choice, String bare) throws IOException {
    Graph graph = made.make(() -> pages.rdf(iri).orElseThrow(() -> unknown(iri)));
    locate(exchange, iri, choice.format(), bare);
    DescriptionRoute.send(exchange, choice, graph);
  }

  /**
   * Says where this very format lives, and what it describes. A page may quote the documents, so
   * that pages of other sites may not read it; that there is none, they may.
   */
  private static void locate(Exchange exchange, String iri, ResultFormat format, String bare) {
    if (format == ResultFormat.HTML) {
      exchange.reply().header("Access-Control-Allow-Origin", null);
    }
    exchange.reply().located(bare + "." + format.extension());
    exchange.reply().header("Link", "<" + iri + ">; rel=\"describes\"");
  }

  private static Problem unknown(String iri) {
    return new Problem(
        404, "Nothing is known under this address", "The graph says nothing about " + iri + ".");
  }

  private static Problem notAcceptable() {
    return new Problem(
        406,
        "Not in a format that you accept",
        "There are "
            + String.join(", ", OFFERED.stream().map(ResultFormat::type).toList())
            + "; ?format= takes "
            + String.join(", ", OFFERED.stream().map(ResultFormat::extension).toList())
            + ".");
  }
}
