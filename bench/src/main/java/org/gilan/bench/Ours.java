// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.page.Site;
import org.gilan.server.GilanServer;
import org.gilan.server.Settings;

/** Serves a file of N-Triples by our server, in the store that the program uses: FILE PORT. */
public final class Ours {
  private Ours() {}

  /** Starts and serves until it is killed. */
  public static void main(String[] words) throws Exception {
    Path file = Path.of(words[0]);
    KnowledgeGraph graph =
        new KnowledgeGraph(
            new DatasetGraphMapLink(read(file)), Long.toString(Files.size(file)));
    GilanServer.start(
        new Site(graph, Documents.none()),
        Settings.at("127.0.0.1", Integer.parseInt(words[1])));
    System.out.println("ready");
  }

  static Graph read(Path file) {
    Graph graph = new GraphMem2Fast();
    RDFDataMgr.read(graph, file.toUri().toString());
    return graph;
  }
}
