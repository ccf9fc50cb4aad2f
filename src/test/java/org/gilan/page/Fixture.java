// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;

/** A small made-up graph with made-up sources, in the form that the build gives to the real one. */
public final class Fixture {
  /** The text of the document {@code lake-chronicle}; passages of the graph point into it. */
  public static final String CHRONICLE =
      """
      THE LAKE CHRONICLE

      In the spring the ferrymen met at Reedport. On 4 June 1920 Anna Lodge was chosen \
      as head of the Ferry Council, and nobody <objected> & nobody cheered. Some say it was \
      the 9th of June. The council of “boatmen” — قایق‌رانان — sat until the ice came. \
      In the autumn the Lake Treaty was signed with the Millers, after three days of talk.
      """;

  private static final String TRIG =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX doc: <https://w3id.org/gilan/document/>
      PREFIX claim: <https://w3id.org/gilan/claim/>
      PREFIX graph: <https://w3id.org/gilan/graph/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX owl: <http://www.w3.org/2002/07/owl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

      <https://w3id.org/gilan/ontology> a owl:Ontology ; rdfs:label "Gilan ontology"@en .
      gilan:Actor a owl:Class ; rdfs:label "actor"@en ; skos:definition "Someone who acts."@en .
      gilan:Person a owl:Class ; rdfs:label "person"@en ; rdfs:subClassOf gilan:Actor ;
        skos:definition "A human being."@en ; skos:example id:anna-lodge ;
        gilan:soughtInWikidata true .
      gilan:Group a owl:Class ; rdfs:label "group"@en ; rdfs:subClassOf gilan:Actor .
      gilan:Treaty a owl:Class ; rdfs:label "treaty"@en .
      gilan:Document a owl:Class ; rdfs:label "document"@en .
      gilan:Claim a owl:Class ; rdfs:label "claim"@en .
      gilan:Passage a owl:Class ; rdfs:label "passage"@en .
      gilan:ledBy a owl:ObjectProperty ; rdfs:label "led by"@en ;
        rdfs:subPropertyOf gilan:participant ; gilan:phrase "{o} led {s}"@en .
      gilan:participant a owl:ObjectProperty ; rdfs:label "participant"@en ;
        gilan:phrase "{o} took part in {s}"@en .
      gilan:onDate a owl:DatatypeProperty ; rdfs:label "on date"@en ;
        gilan:phrase "{s} was on {o}"@en .
      gilan:party a owl:ObjectProperty ; rdfs:label "party"@en ;
        gilan:phrase "{o} was a party to {s}"@en .
      gilan:inDocument a owl:ObjectProperty ; rdfs:label "in document"@en .
      gilan:mentions a owl:ObjectProperty ; rdfs:label "mentions"@en .
      gilan:accepted rdfs:label "accepted"@en .
      gilan:contested rdfs:label "contested"@en .
      gilan:asserts rdfs:label "asserts"@en .
      gilan:reports rdfs:label "reports"@en .

      id:anna-lodge a gilan:Person , gilan:Actor ;
        rdfs:label "Anna Lodge"@en , "آنا لاج"@fa , "Анна Лодж"@ru ;
        skos:altLabel "Anna Loge" , "A. Lodge" ;
        rdfs:seeAlso <https://example.org/anna> , <javascript:alert(1)> .
      id:millers a gilan:Group , gilan:Actor ; rdfs:label "Millers"@en .
      id:ferry-council a gilan:Group , gilan:Actor ; rdfs:label "Ferry Council"@en ;
        gilan:ledBy id:anna-lodge ; gilan:participant id:anna-lodge ;
        gilan:onDate "1920-06-04"^^xsd:date .
      id:lake-treaty a gilan:Treaty ; rdfs:label "Lake Treaty"@en ;
        gilan:onDate "1920-23~"^^edtf:EDTF ; gilan:party id:millers , id:ferry-council .

      doc:lake-chronicle a gilan:Document ; rdfs:label "Lake Chronicle"@en ;
        dcterms:identifier "lake.txt" ; dcterms:title "The Lake Chronicle" ;
        gilan:length 400 ; gilan:sha256 "00ff" .
      doc:mill-book a gilan:Document ; rdfs:label "Mill Book"@en ;
        dcterms:identifier "mill.txt" ; gilan:length 10 .

      claim:c1 a gilan:Claim ; rdfs:label "Anna Lodge led Ferry Council"@en ;
        rdf:subject id:ferry-council ; rdf:predicate gilan:ledBy ; rdf:object id:anna-lodge ;
        gilan:standing gilan:accepted ; gilan:stance gilan:asserts ;
        gilan:inDocument doc:lake-chronicle ;
        prov:wasDerivedFrom <https://w3id.org/gilan/document/lake-chronicle/64-132> .
      claim:c2 a gilan:Claim ; rdfs:label "Ferry Council was on 4 June 1920"@en ;
        rdf:subject id:ferry-council ; rdf:predicate gilan:onDate ;
        rdf:object "1920-06-04"^^xsd:date ;
        gilan:standing gilan:accepted ; gilan:stance gilan:asserts ;
        gilan:inDocument doc:lake-chronicle ;
        prov:wasDerivedFrom <https://w3id.org/gilan/document/lake-chronicle/64-132> .
      claim:c3 a gilan:Claim ; rdfs:label "Ferry Council was on 9 June 1920"@en ;
        rdf:subject id:ferry-council ; rdf:predicate gilan:onDate ;
        rdf:object "1920-06-09"^^xsd:date ;
        gilan:standing gilan:contested ; gilan:stance gilan:reports ;
        gilan:reason "Hearsay of a later hand."@en ; gilan:attributedTo id:millers ;
        gilan:inDocument doc:lake-chronicle ;
        prov:wasDerivedFrom <https://w3id.org/gilan/document/lake-chronicle/176-209> .
      claim:c4 a gilan:Claim ; rdfs:label "Anna Lodge led Ferry Council"@en ;
        rdf:subject id:ferry-council ; rdf:predicate gilan:ledBy ; rdf:object id:anna-lodge ;
        gilan:standing gilan:accepted ; gilan:stance gilan:asserts ;
        gilan:inDocument doc:mill-book ;
        prov:wasDerivedFrom <https://w3id.org/gilan/document/mill-book/2-9> .
      <https://w3id.org/gilan/document/lake-chronicle/0-18> a gilan:Section ;
        rdfs:label "The Lake Chronicle"@en ; gilan:inDocument doc:lake-chronicle .
      <https://w3id.org/gilan/document/lake-chronicle/64-132> a gilan:Passage ;
        gilan:inDocument doc:lake-chronicle ; nif:beginIndex 64 ; nif:endIndex 132 ;
        gilan:mentions id:anna-lodge .
      <https://w3id.org/gilan/document/lake-chronicle/176-209> a gilan:Passage ;
        gilan:inDocument doc:lake-chronicle ; nif:beginIndex 176 ; nif:endIndex 209 .
      <https://w3id.org/gilan/document/mill-book/2-9> a gilan:Passage ;
        gilan:inDocument doc:mill-book ; nif:beginIndex 2 ; nif:endIndex 9 .

      gilan:Dispute a owl:Class ; rdfs:label "dispute"@en .
      gilan:Position a owl:Class ; rdfs:label "position"@en .
      gilan:Event a owl:Class ; rdfs:label "event"@en .
      gilan:Post a owl:Class ; rdfs:label "post"@en .
      gilan:Tenure a owl:Class ; rdfs:label "tenure"@en .
      gilan:Record a owl:Class ; rdfs:label "record"@en .
      gilan:holder a owl:ObjectProperty ; rdfs:label "holder"@en .
      gilan:sender a owl:ObjectProperty ; rdfs:label "sender"@en .
      id:dispute-beginning a gilan:Dispute ; rdfs:label "Beginning of the council"@en ;
        gilan:question "When did the council begin?"@en ; gilan:about id:ferry-council ;
        gilan:prefers id:dispute-beginning-fourth ;
        gilan:preferredBecause "a list of the day has it"@en .
      id:dispute-beginning-fourth a gilan:Position ; rdfs:label "On 4 June 1920"@en ;
        gilan:positionIn id:dispute-beginning .
      id:dispute-beginning-ninth a gilan:Position ; rdfs:label "On 9 June 1920"@en ;
        gilan:positionIn id:dispute-beginning .
      id:ferry-council gilan:inDispute id:dispute-beginning .
      claim:c2 gilan:takes id:dispute-beginning-fourth ; gilan:inDispute id:dispute-beginning .
      claim:c3 gilan:takes id:dispute-beginning-ninth ; gilan:inDispute id:dispute-beginning ;
        gilan:wordOf id:millers .
      id:post-head a gilan:Post ; rdfs:label "head of the council"@en .
      id:lodge-as-head a gilan:Tenure ; rdfs:label "Anna Lodge as head"@en ;
        gilan:holder id:anna-lodge ; gilan:post id:post-head ;
        gilan:from "1920-06-04"^^xsd:date ; gilan:earliest "1920-06-04"^^xsd:date ;
        gilan:appointedBy id:ferry-council .
      id:meeting-at-reedport a gilan:Event ; rdfs:label "Meeting at Reedport"@en ;
        gilan:participant id:anna-lodge ; gilan:onDate "1920-22"^^edtf:EDTF ;
        gilan:earliest "1920-03-01"^^xsd:date .
      id:letter-to-the-millers a gilan:Record ; rdfs:label "Letter to the Millers"@en ;
        gilan:sender id:anna-lodge .

      <https://w3id.org/gilan/query/leaders> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
        rdfs:label "Who <led> what?"@en ; dcterms:description "One row a group."@en ;
        schema:category "people" ; schema:keywords "people" , "first steps" ;
        sh:select 'SELECT ?group ?leader WHERE { ?group <https://w3id.org/gilan/ontology#ledBy> ?leader } ORDER BY ?group' .
      <https://w3id.org/gilan/query/lakes-elsewhere> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
        rdfs:label "What do others say?"@en ; dcterms:description "One row a lake."@en ;
        schema:category "places" ; schema:keywords "places" ;
        <https://purl.expasy.org/sparql-examples/ontology#federatesWith> <https://lakes.example/sparql> ;
        sh:select 'SELECT ?lake WHERE { SERVICE <https://lakes.example/sparql> { ?lake a <x:Lake> } }' .
      <https://w3id.org/gilan/query/the-council> a sh:SPARQLExecutable , sh:SPARQLConstructExecutable ;
        rdfs:label "What is known of the council?"@en ; dcterms:description "A small graph."@en ;
        schema:category "people" ; schema:keywords "people" ;
        sh:construct 'CONSTRUCT WHERE { <https://w3id.org/gilan/id/ferry-council> ?p ?o }' .

      graph:facts { id:anna-lodge a gilan:Person . }
      graph:reifiers {
        claim:c1 rdf:reifies <<( id:ferry-council gilan:ledBy id:anna-lodge )>> .
      }
      """;

  private Fixture() {}

  /** {@return a fresh dataset} */
  public static DatasetGraph dataset() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFDataMgr.read(dataset, new StringReader(TRIG), null, Lang.TRIG);
    return dataset;
  }

  /** {@return the site without texts} */
  public static Site site() {
    return new Site(new KnowledgeGraph(dataset(), "cafe0123"), Documents.none());
  }

  /**
   * {@return the site with the chronicle at hand}
   *
   * @param folder an empty folder to put the text in
   */
  public static Site siteWithTexts(Path folder) {
    KnowledgeGraph graph = new KnowledgeGraph(dataset(), "cafe0123");
    try {
      Files.writeString(folder.resolve("lake.txt"), CHRONICLE);
      return new Site(graph, Documents.in(folder, graph.documents()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
