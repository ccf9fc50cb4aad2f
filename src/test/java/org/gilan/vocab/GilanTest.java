// SPDX-License-Identifier: Apache-2.0
package org.gilan.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class GilanTest {
  @Test
  void namesOnlyTermsThatTheOntologyDeclares() throws IllegalAccessException {
    Graph ontology = RDFDataMgr.loadGraph("ontology/gilan.ttl");
    int terms = 0;
    for (Field field : Gilan.class.getFields()) {
      if (field.getType() == Node.class) {
        Node term = (Node) field.get(null);
        assertThat(term.getLocalName()).isEqualTo(field.getName());
        assertThat(ontology.contains(term, RDF.type.asNode(), Node.ANY))
            .as(term.toString())
            .isTrue();
        terms++;
      }
    }
    assertThat(terms).isGreaterThan(20);
  }
}
