// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import java.util.List;
import org.gilan.check.TheGraph;
import org.gilan.page.Site;
import org.gilan.server.CannotListenException;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;

/** The project's own graph on a real server, and what every client must find there. */
final class Endpoint implements AutoCloseable {
  static final String GILAN = "https://w3id.org/gilan/ontology#";
  static final String ID = "https://w3id.org/gilan/id/";
  static final String GRAPH = "https://w3id.org/gilan/graph/";
  static final String TREATY = ID + "soviet-iranian-treaty-1921";

  /** The parties of {@link #TREATY}, in order. */
  static final List<String> PARTIES = List.of(ID + "persia", ID + "rsfsr");

  static final String PREFIXES = "PREFIX gilan: <" + GILAN + ">\nPREFIX id: <" + ID + ">\n";

  static final String SELECT =
      PREFIXES
          + "SELECT ?party WHERE { id:soviet-iranian-treaty-1921 gilan:party ?party }"
          + " ORDER BY ?party";

  static final String CONSTRUCT =
      PREFIXES + "CONSTRUCT WHERE { id:soviet-iranian-treaty-1921 gilan:party ?party }";

  static final String ASK =
      PREFIXES + "ASK { id:soviet-iranian-treaty-1921 gilan:party id:persia }";

  private final GilanServer server;

  private Endpoint(GilanServer server) {
    this.server = server;
  }

  static Endpoint start() {
    Site site = new Site(TheGraph.assembly().graph(), TheGraph.documents());
    try {
      return new Endpoint(GilanServer.start(site, Settings.at("127.0.0.1", 0)));
    } catch (CannotListenException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@return the address that is asked with SPARQL} */
  String sparql() {
    return server.address() + "gilan/sparql";
  }

  /** {@return the address of the server, ending in a slash} */
  String address() {
    return server.address().toString();
  }

  /** {@return how many triples the default graph has} */
  static int triples() {
    return TheGraph.assembly().graph().dataset().getDefaultGraph().size();
  }

  /** {@return how many triples a named graph has} */
  static int triples(String name) {
    return TheGraph.assembly().graph().dataset().getGraph(org.gilan.vocab.Gilan.graph(name)).size();
  }

  @Override
  public void close() {
    server.close();
  }
}
