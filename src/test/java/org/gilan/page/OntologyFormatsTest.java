// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.gilan.document.Documents;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.HasIRI;
import org.semanticweb.owlapi.model.OWLOntology;

/** OWL API, which is not ours, reads one ontology from every format of {@code /ontology}. */
class OntologyFormatsTest {
  private static final String ONTOLOGY = "https://w3id.org/gilan/ontology";

  private static Graph served() {
    Graph graph = RDFDataMgr.loadGraph("ontology/gilan.ttl");
    RDFDataMgr.read(graph, "ontology/alignments.ttl");
    KnowledgeGraph known = new KnowledgeGraph(DatasetGraphFactory.wrap(graph), "x");
    return new Pages(new Site(known, Documents.none())).rdf(ONTOLOGY).orElseThrow();
  }

  private static OWLOntology read(ResultFormat format) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFWriter.source(served()).format(format.pretty()).output(bytes);
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static Set<String> names(java.util.stream.Stream<? extends HasIRI> terms) {
    return terms.map(term -> term.getIRI().toString()).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultFormat.class,
      names = {"TURTLE", "RDF_XML", "N_TRIPLES"})
  void holdsNoPropertyOfTwoKinds(ResultFormat format) throws Exception {
    OWLOntology ontology = read(format);
    Set<String> relations = names(ontology.objectPropertiesInSignature());
    assertThat(relations).hasSizeGreaterThan(50).contains("http://purl.org/dc/terms/creator");
    assertThat(names(ontology.annotationPropertiesInSignature()))
        .doesNotContainAnyElementsOf(relations);
    assertThat(relations).isEqualTo(names(read(ResultFormat.TURTLE).objectPropertiesInSignature()));
  }
}
