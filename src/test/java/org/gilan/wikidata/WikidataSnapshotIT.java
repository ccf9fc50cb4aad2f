// SPDX-License-Identifier: Apache-2.0
package org.gilan.wikidata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gilan.client.Oxigraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The query, the protocol and the file with an endpoint of another make: Oxigraph. */
class WikidataSnapshotIT {
  private static final Pace HASTY =
      new Pace(
          Duration.ZERO, Duration.ofMillis(20), 2, Duration.ofSeconds(1), Duration.ofMinutes(1));

  @TempDir Path folder;

  private String fetch(LinkedProject project, URI endpoint) throws Exception {
    Path file = project.home().resolve("wikidata/2026-01-31.ttl");
    new WikidataSnapshot(endpoint, "Gilan/test (https://w3id.org/gilan)", HASTY, line -> {})
        .fetch(project.graph(), file);
    return Files.readString(file)
        .replaceAll("prov:(start|end)edAtTime .*", "")
        .replaceAll("prov:used .*", "");
  }

  @Test
  void writesWhatItWritesWithJena() throws Exception {
    LinkedProject project = LinkedProject.in(folder);
    try (Oxigraph oxigraph = Oxigraph.serving(StandIn.CONTENT.toAbsolutePath().toString());
        StandIn standIn = new StandIn()) {
      String fromOxigraph = fetch(project, URI.create(oxigraph.sparql()));
      assertThat(project.verdicts()).hasSize(5);
      assertThat(fetch(project, standIn.address())).isEqualTo(fromOxigraph);
    }
  }
}
