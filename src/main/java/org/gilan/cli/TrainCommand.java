// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jetty.client.HttpClient;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Does once what commands do in their first seconds, so that the launcher can keep the classes that
 * were loaded for quick starts: checks the files, reads the snapshot, and serves from it.
 */
@Command(name = "train", hidden = true)
final class TrainCommand implements Callable<Integer> {
  private static final List<String> REQUESTS =
      List.of(
          "gilan/sparql?query=" + encode("SELECT * { ?s ?p ?o } LIMIT 100"),
          "gilan/sparql?query="
              + encode(
                  "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX gilan:"
                      + " <https://w3id.org/gilan/ontology#> SELECT DISTINCT ?label { ?t a"
                      + " gilan:Treaty ; rdfs:label ?label OPTIONAL { ?t gilan:party ?p }"
                      + " FILTER NOT EXISTS { ?t gilan:signedOn 1 } } ORDER BY ?label"),
          "gilan/sparql?query="
              + encode(
                  "PREFIX gilan: <https://w3id.org/gilan/ontology#> SELECT ?t (COUNT(*) AS ?n)"
                      + " { ?t gilan:party ?p } GROUP BY ?t ORDER BY ?n"),
          "",
          "id/kuchak-khan",
          "suggest?q=kuchak",
          "ui/");

  @Spec private CommandSpec spec;
  @Mixin private Project project;

  @Override
  public Integer call() throws Failure {
    spec.commandLine().getParent().execute("validate");
    project.open(); // keeps the graph, if none was kept
    GilanServer.prepare();
    try (GilanServer server = GilanServer.start(project.site(), Settings.at("127.0.0.1", 0))) {
      ask(server);
      return 0;
    } catch (CannotListenException | IOException e) {
      throw new Failure(Failure.CANNOT_RUN, e.getMessage());
    }
  }

  private static void ask(GilanServer server) throws IOException {
    HttpClient client = new HttpClient();
    try {
      client.start();
      for (String request : REQUESTS) {
        client
            .newRequest(server.address() + request)
            .headers(h -> h.put("Accept", "application/sparql-results+json, text/html;q=0.9"))
            .send();
      }
      client.stop();
    } catch (Exception e) { // whatever Jetty's start and stop throw
      throw new IOException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
