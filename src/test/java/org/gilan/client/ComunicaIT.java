// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Comunica, which joins what Gilan and an Oxigraph say without either asking the other. */
class ComunicaIT {

  @Test
  void joinsGilanWithASecondEndpoint() {
    try (Endpoint gilan = Endpoint.start();
        Oxigraph holdings = Oxigraph.serving("holdings.ttl")) {
      JsonObject answers =
          Program.node()
              .answers(
                  NodeClients.folder().resolve("with_comunica.mjs"),
                  gilan.sparql(),
                  holdings.sparql());
      assertThat(Answers.rows(answers, "parties"))
          .isEqualTo(Endpoint.PARTIES.stream().map(List::of).toList());
      assertThat(Answers.rows(answers, "joined"))
          .containsExactly(
              List.of("Box of telegrams", "Joseph Stalin"),
              List.of("Map with pencil notes", "Baku"),
              List.of("Ship's log", "Baku"));
    }
  }

  /** A fresh process knows nothing of the endpoint but its address, and asks it what it is. */
  @Test
  void findsTheEndpointByItsPlainAddressInAFreshProcess() {
    try (Endpoint gilan = Endpoint.start()) {
      String code =
          """
          import { QueryEngine } from '@comunica/query-sparql';
          const rows = await new QueryEngine().queryBindings(`%s`, { sources: ['%s'] });
          for await (const row of rows) console.log(row.get('party').value);
          """
              .formatted(Endpoint.SELECT, gilan.sparql());
      assertThat(
              Program.node()
                  .output(NodeClients.folder(), "--input-type=module", "-e", code)
                  .lines())
          .isEqualTo(Endpoint.PARTIES);
    }
  }
}
