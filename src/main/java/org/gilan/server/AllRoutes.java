// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.function.Supplier;
import org.gilan.federation.Federation;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Once;
import org.gilan.page.Pages;
import org.gilan.page.Site;
import org.gilan.page.Views;
import org.gilan.page.VoidDescription;
import org.gilan.query.Answer;
import org.gilan.query.Capacity;
import org.gilan.query.NameSearch;
import org.gilan.query.Planner;
import org.gilan.query.PreparedQueries;

/**
 * Every address of a site, and what answers there. What counts and limits requests is the same for
 * each graph that a server goes on with; what was read of a graph goes with it.
 */
final class AllRoutes {
  private final Federation federation;
  private final Capacity capacity;
  private final PageTurns turns;
  private final StatusRoute status = new StatusRoute(version());

  AllRoutes(Settings settings, Federation federation) {
    this.federation = federation;
    this.capacity = new Capacity(settings.queries());
    this.turns = new PageTurns(settings.queries().first());
  }

  Current of(Site site) {
    KnowledgeGraph graph = site.graph();
    Routes routes = new Routes();
    Current current = new Current(graph.checksum(), routes);
    PreparedQueries queries =
        new PreparedQueries(new Planner(graph.statistics()), federation::check, capacity);
    QueryRoute query = new QueryRoute(graph, capacity, federation, queries);
    Route graphs = new GraphRoute(graph, capacity);
    Route service =
        new DescriptionRoute(
            host -> ServiceDescription.of(graph.dataset(), federation.endpoints(), host));
    Route endpoint = status.counted(new EndpointRoute(query, graphs, service));
    Supplier<VoidDescription> counts = new Once<>(() -> VoidDescription.of(graph));
    Answer answer = new Answer(graph, federation, warning -> {}, capacity);
    Pages pages = new Pages(site, answer);
    NameSearch.attach(graph.dataset(), pages.search());
    Views views = new Views(site, answer);
    MadePages made = new MadePages(turns);
    Route page = new PageRoute(pages, made);
    routes
        .read(new HealthRoute(() -> current), HealthRoute.PATHS)
        .ask(endpoint, "/gilan", "/gilan/sparql", "/gilan/query")
        .read(status.counted(graphs), "/gilan/data", "/gilan/get")
        .send(status.counted(new ShaclRoute(graph.dataset(), capacity)), "/gilan/shacl")
        .ask(exchange -> {}, "*") // RFC 9110 section 9.3.7: the server as a whole, to OPTIONS only
        .none("/gilan/update", "/gilan/upload", "/gilan/patch")
        .read(status, "/$/")
        .read(new AnswerRoute(pages, views, query, page), "/query/")
        .read(page, PageRoute.paths())
        .read(
            new DescriptionRoute(host -> counts.get().at(host)),
            "/void",
            "/void.ttl",
            "/void.nt",
            "/void.jsonld",
            "/void.rdf",
            "/.well-known/void")
        .ask(new ReconcileRoute(pages.reconciliation(), capacity), ReconcileRoute.paths())
        .read(new ViewRoute(views, made), ViewRoute.paths())
        .read(new UiRoute(site), "/ui/")
        .read(new HomeRoute(pages, made), HomeRoute.paths())
        .warmedBy(pages::warm)
        .warmedBy(views::warm);
    return current;
  }

  private static String version() {
    String version = AllRoutes.class.getPackage().getImplementationVersion();
    return "Gilan " + (version == null ? "in development" : version);
  }
}
