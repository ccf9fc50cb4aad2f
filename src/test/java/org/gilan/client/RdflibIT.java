// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/** rdflib: Gilan as a store, joined with a graph in the notebook, and read by address. */
class RdflibIT {
  private static final Path SCRIPT = Path.of("src/test/resources/clients/with_rdflib.py");

  @Test
  void readsGilanAsAStoreAsAServiceAndByAddress() {
    try (Endpoint endpoint = Endpoint.start()) {
      JsonObject answers = Program.python().answers(SCRIPT, endpoint.sparql());
      for (String way : new String[] {"pattern", "query", "by address"}) {
        assertThat(Answers.texts(answers, way)).as(way).isEqualTo(Endpoint.PARTIES);
      }
      assertThat(answers.getBoolean("contains")).isTrue();
      assertThat(Answers.number(answers, "triples")).isEqualTo(Endpoint.triples());
      assertThat(Answers.number(answers, "facts")).isEqualTo(Endpoint.triples("facts"));
      assertThat(answers.get("joined").toString().replaceAll("\\s", ""))
          .isEqualTo("[[\"" + Endpoint.ID + "persia\",7]]");
    }
  }
}
