// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.gilan.check.Fixture;
import org.gilan.claim.Claim;
import org.gilan.claim.Standing;
import org.gilan.finding.Position;
import org.gilan.vocab.Gilan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {
  private static final String CASE =
      """
      VERSION "1.2"
      BASE <https://w3id.org/gilan/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      id:captain
        a gilan:Person ;
        rdfs:label "The captain"@en ;
        gilan:associateOf id:fixture-person {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
        gilan:citizenOf id:fixture-polity ~ <document/fixture/0-12> ;
        gilan:opponentOf id:fixture-person {| gilan:attributedTo id:fixture-person ; gilan:attributedTo id:fixture-group ; gilan:stance gilan:reports ; prov:wasDerivedFrom <document/fixture/0-12> |} ;
        skos:altLabel "Captayne"@en {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .
      <document/fixture/120-131>
        a gilan:Note ;
        gilan:annotates <document/fixture/0-12> ;
      .
      id:landing
        a gilan:Event ;
        gilan:after id:fixture-event {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .
      id:log
        a gilan:Record ;
        gilan:citedIn <document/fixture/120-131> ;
      .
      << id:captain gilan:ethnicity "Skipper" >> gilan:stance gilan:doubts ; prov:wasDerivedFrom <document/fixture/2-12> .
      id:captain-in-crew
        a gilan:Membership ;
        gilan:body id:fixture-group ~ <document/fixture/0-12> ;
        gilan:member id:captain ~ <document/fixture/0-12> ;
      .
      """;

  @TempDir Path folder;
  private Assembly assembly;
  private Graph united;

  @BeforeEach
  void assemble() throws IOException {
    Fixture fixture = Fixture.in(folder);
    Files.writeString(fixture.home().resolve("data/case.ttl"), CASE);
    assembly = Assembly.of(Sources.read(fixture.home(), List.of()), "case");
    united = assembly.graph().dataset().getDefaultGraph();
  }

  private static Node id(String name) {
    return NodeFactory.createURI(Gilan.ID + name);
  }

  private Claim claim(String property) {
    return assembly.claims().stream()
        .filter(c -> c.triple().getSubject().equals(id("captain")))
        .filter(c -> c.triple().getPredicate().equals(Gilan.term(property)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keepsTripleTermsOutOfTheDefaultGraph() {
    assertThat(united.stream().filter(t -> t.getObject().isTripleTerm())).isEmpty();
    assertThat(united.size()).isGreaterThan(1000);
  }

  @Test
  void takesOnePassageForTheEvidenceOfManyTriples() {
    Node passage = NodeFactory.createURI(Gilan.DOCUMENT + "fixture/0-12");
    Node derived = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    long ofCrew =
        assembly.claims().stream()
            .filter(c -> c.triple().getSubject().equals(id("captain-in-crew")))
            .filter(c -> united.contains(c.iri(), derived, passage))
            .count();
    assertThat(ofCrew).isEqualTo(2);
    assertThat(united.contains(passage, Gilan.fragment, Node.ANY)).isTrue();
    assertThat(united.contains(Node.ANY, Rdf12.REIFIES, Node.ANY)).isFalse();
  }

  @Test
  void restsWhatAPassageSaysOnWhatItsNoteCitesButNotHowItSpells() {
    assertThat(united.contains(claim("citizenOf").iri(), Gilan.restsOn, id("log"))).isTrue();
    Node spelling =
        united.stream(null, RDF.object.asNode(), NodeFactory.createLiteralLang("Captayne", "en"))
            .map(t -> t.getSubject())
            .findFirst()
            .orElseThrow();
    assertThat(united.contains(spelling, Gilan.restsOn, Node.ANY)).isFalse();
  }

  @Test
  void mintsTheSameClaimIriWhateverThePassages() {
    Claim claim = claim("citizenOf");
    assertThat(claim.iri().getURI()).matches("https://w3id.org/gilan/claim/[0-9a-f]{16}");
    assertThat(claim.standing()).isEqualTo(Standing.ACCEPTED);
    assertThat(claim("ethnicity").iri()).isNotEqualTo(claim.iri());
  }

  @Test
  void statesAssertedFactsOnlyAndContestsTheRest() {
    assertThat(united.contains(id("captain"), Gilan.term("citizenOf"), id("fixture-polity")))
        .isTrue();
    assertThat(united.contains(id("captain"), Gilan.term("ethnicity"), Node.ANY)).isFalse();
    assertThat(claim("ethnicity").standing()).isEqualTo(Standing.CONTESTED);
  }

  @Test
  void keepsEverybodyWhoseWordAClaimIs() {
    Node joint = claim("opponentOf").iri();
    assertThat(united.contains(joint, Gilan.attributedTo, id("fixture-person"))).isTrue();
    assertThat(united.contains(joint, Gilan.attributedTo, id("fixture-group"))).isTrue();
  }

  @Test
  void infersSuperclassesChainsInversesAndSymmetry() {
    assertThat(united.contains(id("captain"), RDF.type.asNode(), Gilan.term("Actor"))).isTrue();
    assertThat(united.contains(id("fixture-event"), Gilan.term("before"), id("landing"))).isTrue();
    assertThat(united.contains(id("fixture-person"), Gilan.term("associateOf"), id("captain")))
        .isTrue();
  }

  @Test
  void answersAnnotationPatternsOnTheReifierGraph() {
    String query =
        "PREFIX gilan: <https://w3id.org/gilan/ontology#> SELECT ?claim { GRAPH"
            + " <https://w3id.org/gilan/graph/reifiers> { ?s gilan:citizenOf ?o ~ ?claim } }";
    try (QueryExec exec =
        QueryExec.dataset(assembly.graph().dataset()).query(QueryFactory.create(query)).build()) {
      assertThat(exec.select().next().get("claim")).isEqualTo(claim("citizenOf").iri());
    }
  }

  @Test
  void derivesTheDaysThatADateAllows() {
    assertThat(united.find(id("fixture-treaty"), Gilan.earliest, Node.ANY).next().getObject())
        .hasToString("\"1920-06-01\"^^xsd:date");
  }

  @Test
  void remembersTheLineOfAStatement() {
    Optional<Position> line = assembly.positionOf(id("captain"), Gilan.term("citizenOf"), null);
    assertThat(line).contains(new Position("data/case.ttl", 13));
  }

  @Test
  void saysATripleInWords() {
    assertThat(assembly.inWords(claim("citizenOf").triple()))
        .isEqualTo("The captain held the citizenship of A case");
  }

  @Test
  void comesBackWholeFromASnapshot() {
    Snapshot snapshot = new Snapshot(folder.resolve("snapshots"), note -> {});
    snapshot.save(assembly.graph());
    KnowledgeGraph back = snapshot.load("case").orElseThrow();
    assertThat(back.dataset().getDefaultGraph().isIsomorphicWith(united)).isTrue();
    assertThat(back.dataset().getGraph(KnowledgeGraph.REIFIERS).size())
        .isEqualTo(assembly.graph().dataset().getGraph(KnowledgeGraph.REIFIERS).size());
    assertThat(back.dataset().prefixes().getMappingCopy())
        .isEqualTo(assembly.graph().dataset().prefixes().getMappingCopy())
        .containsKey("gilan");
    assertThat(back.documents()).isEqualTo(assembly.graph().documents()).isNotEmpty();
    assertThat(snapshot.load("another")).isEmpty();
  }
}
