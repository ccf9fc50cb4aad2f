// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.gilan.check.TheGraph;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** The ontology by the judgement of a reasoner that is not ours: HermiT, through the OWL API. */
class OntologyTest {
  private static final Node IS_DEFINED_BY = RDFS.isDefinedBy.asNode();

  /** No document tells when a treaty came into force. */
  private static final Set<String> WITHOUT_EXAMPLE = Set.of("EntryIntoForce");

  private static final Set<String> LANGUAGES = Set.of("en", "fa", "az", "ru");

  private final Graph ontology = RDFDataMgr.loadGraph("ontology/gilan.ttl");

  static OWLOntology load(Graph graph) throws OWLOntologyCreationException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFDataMgr.write(bytes, graph, Lang.NTRIPLES);
    return OWLManager.createOWLOntologyManager()
        .loadOntologyFromOntologyDocument(new ByteArrayInputStream(bytes.toByteArray()));
  }

  static OWLReasoner reasoner(OWLOntology ontology) {
    return new ReasonerFactory().createReasoner(ontology, new Configuration());
  }

  @Test
  void isOwl2Dl() throws OWLOntologyCreationException {
    OWLOntology owl = load(ontology);
    assertThat(owl.getLogicalAxiomCount()).isGreaterThan(200);
    assertThat(new OWL2DLProfile().checkOntology(owl).getViolations()).isEmpty();
  }

  @Test
  void isConsistentAndEveryClassCanHaveMembers() throws OWLOntologyCreationException {
    OWLReasoner reasoner = reasoner(load(ontology));
    assertThat(reasoner.isConsistent()).isTrue();
    assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
  }

  @Test
  void isFoundInconsistentWhenAPersonIsAPlace() throws OWLOntologyCreationException {
    Node both = Gilan.term("example");
    ontology.add(Triple.create(both, RDF.type.asNode(), Gilan.term("Person")));
    ontology.add(Triple.create(both, RDF.type.asNode(), Gilan.term("Place")));
    assertThat(reasoner(load(ontology)).isConsistent()).isFalse();
  }

  @Test
  void isConsistentWithTheFacts() throws OWLOntologyCreationException {
    Graph all = GraphMemFactory.createDefaultGraph();
    ontology.find().forEachRemaining(all::add);
    int before = all.size();
    TheGraph.assembly().sources().data().keySet().stream()
        .filter(t -> t.getSubject().isURI() && t.getObject().isURI())
        .filter(
            t ->
                t.getPredicate().equals(RDF.type.asNode())
                    || ontology.contains(
                        t.getPredicate(), RDF.type.asNode(), OWL2.ObjectProperty.asNode()))
        .forEach(all::add);
    assertThat(all.size()).isGreaterThan(before + 5000);
    assertThat(reasoner(load(all)).isConsistent()).isTrue();
  }

  @Test
  void describesEveryTerm() {
    Set<String> lacking = new TreeSet<>();
    int terms = 0;
    for (Triple t : ontology.find(Node.ANY, IS_DEFINED_BY, Node.ANY).toList()) {
      Node term = t.getSubject();
      terms++;
      boolean individual =
          ontology.contains(term, RDF.type.asNode(), OWL2.NamedIndividual.asNode());
      if (!ontology.contains(term, RDFS.label.asNode(), Node.ANY)
          || !ontology.contains(term, SKOS.definition.asNode(), Node.ANY)
          || !individual
              && !WITHOUT_EXAMPLE.contains(term.getLocalName())
              && !ontology.contains(term, SKOS.example.asNode(), Node.ANY)) {
        lacking.add(term.getLocalName());
      }
    }
    assertThat(terms).isGreaterThan(150);
    assertThat(lacking).as("terms without label, definition or example").isEmpty();
  }

  @Test
  void bearsEachNameInFourLanguages() {
    assertThat(lackingNames(ontology)).isEmpty();
  }

  @Test
  void isFoundLackingWhenATermLosesAName() {
    Node term = Gilan.term("Treaty");
    Triple russian =
        ontology.stream(term, RDFS.label.asNode(), null)
            .filter(t -> t.getObject().getLiteralLanguage().equals("ru"))
            .findFirst()
            .orElseThrow();
    ontology.delete(russian);
    assertThat(lackingNames(ontology)).containsExactly("Treaty");
    ontology.add(russian);
    ontology.add(
        Triple.create(term, RDFS.label.asNode(), NodeFactory.createLiteralLang("пакт", "ru")));
    assertThat(lackingNames(ontology)).as("two names in one language").containsExactly("Treaty");
  }

  /** The terms that have not exactly one name in each language, each a word of its own script. */
  private static Set<String> lackingNames(Graph ontology) {
    Set<String> lacking = new TreeSet<>();
    for (Triple t : ontology.find(Node.ANY, IS_DEFINED_BY, Node.ANY).toList()) {
      List<Node> names =
          ontology.stream(t.getSubject(), RDFS.label.asNode(), null)
              .map(Triple::getObject)
              .toList();
      Set<String> languages =
          names.stream().map(Node::getLiteralLanguage).collect(Collectors.toSet());
      if (names.size() != LANGUAGES.size()
          || !languages.equals(LANGUAGES)
          || !names.stream().allMatch(OntologyTest::isInItsScript)) {
        lacking.add(t.getSubject().getLocalName());
      }
    }
    return lacking;
  }

  private static boolean isInItsScript(Node name) {
    Character.UnicodeScript script =
        switch (name.getLiteralLanguage()) {
          case "fa" -> Character.UnicodeScript.ARABIC;
          case "ru" -> Character.UnicodeScript.CYRILLIC;
          default -> Character.UnicodeScript.LATIN;
        };
    return name.getLiteralLexicalForm()
        .codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == script);
  }

  @Test
  void takesItsExamplesFromTheData() {
    Set<String> stray = strayExamples(TheGraph.assembly().graph().dataset().getDefaultGraph());
    assertThat(stray).as("examples that are not in the graph as what they stand for").isEmpty();
    assertThat(ontology.find(Node.ANY, SKOS.example.asNode(), Node.ANY).toList())
        .hasSizeGreaterThan(150);
  }

  @Test
  void isFoundStrayWhenItsExampleIsGone() {
    Graph empty = GraphMemFactory.createDefaultGraph();
    assertThat(strayExamples(empty)).anyMatch(e -> e.startsWith("Treaty: "));
  }

  /** A class is shown by one of its things, a property by a subject of it, inferred or not. */
  private Set<String> strayExamples(Graph united) {
    return ontology.stream(Node.ANY, SKOS.example.asNode(), Node.ANY)
        .filter(t -> !united.contains(t.getObject(), RDF.type.asNode(), t.getSubject()))
        .filter(t -> !united.contains(t.getObject(), t.getSubject(), Node.ANY))
        .map(t -> t.getSubject().getLocalName() + ": " + t.getObject())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
