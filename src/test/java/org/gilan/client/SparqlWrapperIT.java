// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/** SPARQLWrapper, which most Python notebooks ask with. */
class SparqlWrapperIT {
  private static final Path SCRIPT = Path.of("src/test/resources/clients/with_sparqlwrapper.py");

  @Test
  void getsTheSameAnswerByEveryMethodAndInEveryForm() {
    try (Endpoint endpoint = Endpoint.start()) {
      JsonObject answers = Program.python().answers(SCRIPT, endpoint.sparql());
      for (String way : new String[] {"get", "post", "post directly", "xml", "csv", "tsv"}) {
        assertThat(Answers.texts(answers, way)).as(way).isEqualTo(Endpoint.PARTIES);
      }
      assertThat(answers.getBoolean("ask")).isTrue();
      for (String form : new String[] {"turtle", "n3", "rdf/xml"}) {
        assertThat(Answers.number(answers, form)).as(form).isEqualTo(Endpoint.PARTIES.size());
      }
      assertThat(answers.getString("facts")).isEqualTo("" + Endpoint.triples("facts"));
      assertThat(answers.getString("bad query")).isEqualTo("QueryBadFormed");
      assertThat(answers.getString("update")).isEqualTo("403 Gilan is read only");
    }
  }
}
