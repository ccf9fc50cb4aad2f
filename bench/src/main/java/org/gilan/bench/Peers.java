// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** Serves a file of N-Triples by one engine: {@code Peers ENGINE FILE PORT}. */
public final class Peers {
  private Peers() {}

  /**
   * Starts and serves until it is killed.
   *
   * @param words embedded, rdf4j or jetty; the file; the port
   */
  public static void main(String[] words) throws Exception {
    Path file = Path.of(words[1]);
    int port = Integer.parseInt(words[2]);
    switch (words[0]) {
      case "embedded" -> embedded(file, port);
      case "rdf4j" -> rdf4j(file, port);
      case "jetty" -> serve(port, (query, out) -> out.write(new byte[2048]));
      default -> throw new IllegalArgumentException("no engine " + words[0]);
    }
    System.out.println("ready");
  }

  private static void embedded(Path file, int port) {
    FusekiServer.create()
        .port(port)
        .loopback(true)
        .fusekiModules(FusekiModules.create())
        .add("/gilan", new DatasetGraphMapLink(Ours.read(file)))
        .build()
        .start();
  }

  private static void rdf4j(Path file, int port) throws Exception {
    SailRepository repository = new SailRepository(new MemoryStore());
    try (RepositoryConnection connection = repository.getConnection()) {
      connection.add(file.toFile(), RDFFormat.NTRIPLES);
    }
    serve(
        port,
        (query, out) -> {
          try (RepositoryConnection connection = repository.getConnection()) {
            TupleQuery tuples = connection.prepareTupleQuery(query);
            tuples.setMaxExecutionTime(10);
            tuples.evaluate(new SPARQLResultsJSONWriter(out));
          }
        });
  }

  private interface Answer {
    void write(String query, OutputStream out) throws IOException;
  }

  /** The thinnest handler: the query from the address or the body, the answer as it comes. */
  private static void serve(int port, Answer answer) throws Exception {
    Server server = new Server(port);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            String query = Request.extractQueryParameters(request).getValue("query");
            if (query == null) {
              query = new String(Content.Source.asInputStream(request).readAllBytes(), UTF_8);
            }
            response.getHeaders().put("Content-Type", "application/sparql-results+json");
            try (OutputStream out = Response.asBufferedOutputStream(request, response)) {
              answer.write(query, out);
            } catch (RuntimeException e) {
              callback.failed(e);
              return true;
            }
            callback.succeeded();
            return true;
          }
        });
    server.start();
  }
}
