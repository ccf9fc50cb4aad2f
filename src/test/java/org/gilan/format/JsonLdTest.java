// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;

class JsonLdTest {
  private static final DatasetGraph DATASET =
      RDFParser.fromString(
              """
              PREFIX ex: <http://example.org/>
              PREFIX tag: <http://example.org/tag/>
              PREFIX odd: <http://example.org/odd->
              PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
              ex:a a ex:Thing, _:kind ; ex:p 1, 1.0, 1e0, true, "x", "x"@en, "سلام"@fa, "1"^^xsd:int ;
                ex:q ex:b, [ ex:p "in \\"quotes\\"\\n" ], ( 1 2 ) ; tag:r <tag:other> ; odd:s odd:t .
              <tag:x> <urn:p> <mailto:a@example.org> ; <http://example.org//two> ex:a .
              ex:a ex:p 2 .
              GRAPH ex:g { ex:a ex:p 3 . _:n ex:p ex:a }
              """,
              Lang.TRIG)
          .toDatasetGraph();

  private static String written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResultWriter.write(out, ResultFormat.JSON_LD, DATASET);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void comesBackTheSame() throws IOException {
    DatasetGraph back = RDFParser.fromString(written(), Lang.JSONLD).toDatasetGraph();
    assertThat(back.stream().count()).isEqualTo(DATASET.stream().count());
    assertThat(IsoMatcher.isomorphic(DATASET, back)).as(written()).isTrue();
  }

  @Test
  void putsWhatIsSaidOfAThingTogetherUnderShortNames() throws IOException {
    assertThat(written())
        .contains("\"ex:p\":[", "\"ex:Thing\"", "\"@language\":\"fa\"")
        .doesNotContain("\"odd\":", "\"tag\":")
        .containsOnlyOnce("\"@id\":\"http://example.org/a\",\"@type\"");
  }
}
