// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/**
 * The alignments name terms that their vocabularies really have. {@code vocabularies/<prefix>.txt}
 * lists the classes and properties that each vocabulary's own file declares, and says which file
 * that was. Wikidata publishes no such file; what we know of its terms is in docs/wikidata.md.
 */
class AlignmentsTest {
  private static final Path LISTS = Path.of("src/test/resources/vocabularies");
  private static final Set<String> WIKIDATA = Set.of("wd", "wdt");
  private static final Set<Node> HIERARCHY =
      Set.of(RDFS.subClassOf.asNode(), RDFS.subPropertyOf.asNode());

  private final Graph ontology = RDFDataMgr.loadGraph("ontology/gilan.ttl");
  private final Graph alignments = RDFDataMgr.loadGraph("ontology/alignments.ttl");

  /** {@return "class" or "property" of each term of a vocabulary, by its local name} */
  private static Map<String, String> terms(String prefix) {
    Map<String, String> terms = new HashMap<>();
    try {
      for (String line : Files.readAllLines(LISTS.resolve(prefix + ".txt"))) {
        if (!line.startsWith("#")) {
          terms.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return terms;
  }

  /** {@return what is wrong with a triple of ours that leads to another vocabulary} */
  private Set<String> faults(Iterable<Triple> triples, Set<String> seen) {
    Set<String> faults = new TreeSet<>();
    for (Triple t : triples) {
      String term = alignments.getPrefixMapping().shortForm(t.getObject().getURI());
      String prefix = term.substring(0, Math.max(0, term.indexOf(':')));
      if (!ontology.contains(t.getSubject(), RDF.type.asNode(), Node.ANY)) {
        faults.add(t.getSubject() + " is not in gilan.ttl");
      }
      seen.add(prefix);
      if (WIKIDATA.contains(prefix)) {
        continue;
      }
      String kind = terms(prefix).get(term.substring(prefix.length() + 1));
      boolean ourClass = ontology.contains(t.getSubject(), RDF.type.asNode(), OWL2.Class.asNode());
      if (kind == null) {
        faults.add(term + " is not in its vocabulary");
      } else if (kind.equals("class") != ourClass) {
        faults.add(term + " is a " + kind);
      }
    }
    return faults;
  }

  private Set<Triple> outward() {
    Set<Triple> outward = new HashSet<>();
    alignments.stream()
        .filter(t -> t.getSubject().getURI().startsWith(Gilan.NS))
        .forEach(outward::add);
    return outward;
  }

  @Test
  void nameTermsThatExist() {
    Set<String> prefixes = new TreeSet<>();
    assertThat(outward()).hasSizeGreaterThan(100);
    assertThat(faults(outward(), prefixes)).isEmpty();
    assertThat(prefixes)
        .as("what the header of the file promises")
        .contains("crm", "prov", "org", "rico", "nif", "schema", "time", "geo", "wd", "wdt");
  }

  @Test
  void areFoundOutWhenATermDoesNotExist() {
    Node post = Gilan.term("post");
    Triple wrong =
        Triple.create(
            post,
            RDFS.subPropertyOf.asNode(),
            NodeFactory.createURI("http://www.w3.org/ns/org#post"));
    Triple mixed =
        Triple.create(
            post, SKOS.closeMatch.asNode(), NodeFactory.createURI("http://www.w3.org/ns/org#Post"));
    assertThat(faults(Set.of(wrong, mixed), new HashSet<>()))
        .containsExactly("org:Post is a class", "org:post is not in its vocabulary");
  }

  @Test
  void saySubclassOfClassesAndSubpropertyOfProperties() {
    assertThat(outward().stream().filter(t -> HIERARCHY.contains(t.getPredicate())))
        .hasSizeGreaterThan(30)
        .allSatisfy(
            t ->
                assertThat(
                        ontology.contains(t.getSubject(), RDF.type.asNode(), OWL2.Class.asNode()))
                    .isEqualTo(t.getPredicate().equals(RDFS.subClassOf.asNode())));
  }

  private OWLOntology together() throws OWLOntologyCreationException {
    Graph both = GraphMemFactory.createDefaultGraph();
    ontology.find().forEachRemaining(both::add);
    alignments.find().forEachRemaining(both::add);
    return OntologyTest.load(both);
  }

  @Test
  void areOwl2DlTogetherWithTheOntology() throws OWLOntologyCreationException {
    OWLOntology owl = together();
    assertThat(owl.getLogicalAxiomCount()).isGreaterThan(240);
    assertThat(new OWL2DLProfile().checkOntology(owl).getViolations()).isEmpty();
  }

  @Test
  void leaveEveryClassPossible() throws OWLOntologyCreationException {
    OWLReasoner reasoner = OntologyTest.reasoner(together());
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
  }

  @Test
  void areCheckedAgainstListsThatAreNoStubs() throws IOException {
    try (var files = Files.list(LISTS)) {
      assertThat(files.toList())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              file -> {
                assertThat(Files.readAllLines(file)).hasSizeGreaterThan(15);
                assertThat(Files.readAllLines(file).get(0)).startsWith("# ").contains("github.com");
              });
    }
  }
}
