// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Turtle 1.2 of the reifiers, read by a parser that is not Jena's. */
class ReifiersIT {
  @TempDir Path folder;

  @Test
  void areReadByOxigraph() throws IOException, InterruptedException {
    Path file = folder.resolve("reifiers.ttl");
    try (Endpoint gilan = Endpoint.start()) {
      HttpResponse<Path> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              gilan.address() + "gilan/data?graph=" + Gilan.graph("reifiers")))
                      .header("Accept", "text/turtle")
                      .build(),
                  BodyHandlers.ofFile(file));
      assertThat(response.statusCode()).isEqualTo(200);
    }
    try (Oxigraph oxigraph = Oxigraph.serving(file.toString());
        QueryExecHTTP count =
            QueryExecHTTP.service(oxigraph.sparql())
                .query(
                    """
                    SELECT (COUNT(*) AS ?all) (SUM(IF(isTriple(?o), 1, 0)) AS ?terms)
                    WHERE { ?s ?p ?o }\
                    """)
                .build()) {
      var row = count.select().next();
      assertThat(row.get("all").getLiteralValue()).isEqualTo(Endpoint.triples("reifiers"));
      assertThat((Integer) row.get("terms").getLiteralValue()).isGreaterThan(1000);
    }
  }
}
