// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.sparql.exec.QueryExec;
import org.gilan.check.Fixture;
import org.gilan.graph.Assembly;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.Sources;

/** A project of its own with things that are linked to Wikidata items, all made up. */
record LinkedProject(Path home) {
  static LinkedProject in(Path folder) throws IOException {
    Path home = Fixture.in(folder).home();
    Files.copy(Path.of("src/test/resources/wikidata/linked.ttl"), home.resolve("data/linked.ttl"));
    return new LinkedProject(home);
  }

  Assembly assembly() {
    return Assembly.of(Sources.read(home, List.of()), "test");
  }

  KnowledgeGraph graph() {
    return assembly().graph();
  }

  /** {@return what the question of the catalogue finds: the verdicts on each thing and kind} */
  Map<String, List<String>> verdicts() throws IOException {
    String query = Files.readString(Path.of("queries/wikidata-agreement.rq"));
    Map<String, List<String>> verdicts = new TreeMap<>();
    try (QueryExec exec = QueryExec.dataset(graph().dataset()).query(query).build()) {
      exec.select()
          .forEachRemaining(
              row ->
                  verdicts
                      .computeIfAbsent(
                          row.get("thing").getURI().replaceFirst(".*/", "")
                              + " "
                              + row.get("kind").getLiteralLexicalForm(),
                          k -> new ArrayList<>())
                      .add(row.get("verdict").getLiteralLexicalForm()));
    }
    return verdicts;
  }
}
