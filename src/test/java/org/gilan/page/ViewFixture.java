// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.io.StringReader;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.gilan.document.Documents;
import org.gilan.graph.KnowledgeGraph;

/** A made-up graph of voyages and letters: every kind of date, a place of every kind. */
public final class ViewFixture {
  private static final String TRIG =
      """
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX doc: <https://w3id.org/gilan/document/>
      PREFIX claim: <https://w3id.org/gilan/claim/>
      PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

      gilan:Event rdfs:label "event"@en .
      gilan:Journey rdfs:label "journey"@en ; rdfs:subClassOf gilan:Event .
      gilan:Meeting rdfs:label "meeting"@en ; rdfs:subClassOf gilan:Event .
      gilan:Record rdfs:label "record"@en .
      gilan:Letter rdfs:label "letter"@en ; rdfs:subClassOf gilan:Record .
      gilan:Protocol rdfs:label "protocol"@en ; rdfs:subClassOf gilan:Record .
      gilan:Decision rdfs:label "decision"@en .
      gilan:contested rdfs:label "contested"@en .

      id:anna a gilan:Person , gilan:Actor ; rdfs:label "Anna <Lodge>"@en .
      id:boris a gilan:Person , gilan:Actor ; rdfs:label "Boris"@en , "Борис"@ru ;
        gilan:spelling "O'Boris-son" ; gilan:bornIn id:reedport ;
        <http://www.w3.org/2004/02/skos/core#exactMatch> <http://www.wikidata.org/entity/Q1> .
      <https://w3id.org/gilan/ontology> <http://purl.org/dc/terms/modified> "2026-01-31" .
      gilan:Person rdfs:label "person"@en ; a <http://www.w3.org/2002/07/owl#Class> .
      gilan:bornIn rdfs:label "born in"@en ; a <http://www.w3.org/2002/07/owl#ObjectProperty> .
      <https://w3id.org/gilan/query/who-wrote> a <http://www.w3.org/ns/shacl#SPARQLExecutable> ,
          <http://www.w3.org/ns/shacl#SPARQLSelectExecutable> ;
        rdfs:label "Who wrote to whom?"@en ; <http://purl.org/dc/terms/description> "Rows."@en ;
        <https://schema.org/category> "letters" ;
        <http://www.w3.org/ns/shacl#select> '''SELECT ?a ?b (COUNT(*) AS ?n) WHERE {
          ?l <https://w3id.org/gilan/ontology#sender> ?a ;
            <https://w3id.org/gilan/ontology#recipient> ?b } GROUP BY ?a ?b ORDER BY ?a ?b''' .
      <https://w3id.org/gilan/query/names> a <http://www.w3.org/ns/shacl#SPARQLExecutable> ,
          <http://www.w3.org/ns/shacl#SPARQLSelectExecutable> ;
        rdfs:label "Which names?"@en ; <http://purl.org/dc/terms/description> "Rows."@en ;
        <https://schema.org/category> "names" ;
        <http://www.w3.org/ns/shacl#select> 'SELECT ?a WHERE { ?a a <https://w3id.org/gilan/ontology#Person> } ORDER BY ?a' .
      <https://w3id.org/gilan/query/events-of-a-person> a
          <http://www.w3.org/ns/shacl#SPARQLExecutable> ,
          <http://www.w3.org/ns/shacl#SPARQLSelectExecutable> ;
        rdfs:label "What did somebody do?"@en ;
        <http://purl.org/dc/terms/description> "Rows."@en ;
        <https://schema.org/category> "events" ;
        <http://www.w3.org/ns/shacl#select> '''#defaultView:Timeline
          PREFIX gilan: <https://w3id.org/gilan/ontology#>
          SELECT ?event ?place ?earliest ?latest WHERE {
            VALUES ?person { <https://w3id.org/gilan/id/anna> }
            ?event gilan:involved ?person ;
              gilan:place|gilan:origin|gilan:destination ?place ;
              gilan:earliest ?earliest ;
              gilan:latest ?latest } ORDER BY ?event ?place''' .
      id:clara a gilan:Person , gilan:Actor ; rdfs:label "كلارا"@fa .
      id:reedport a gilan:Place , gilan:Settlement ; rdfs:label "Reedport"@en ;
        gilan:latitude 37.5 ; gilan:longitude 49.5 .
      id:millham a gilan:Place , gilan:Settlement ; rdfs:label "Millham"@en ;
        gilan:latitude 40.4 ; gilan:longitude 49.9 .
      id:lakeland a gilan:Place , gilan:Region ; rdfs:label "Lakeland"@en ;
        gilan:latitude 37.4 ; gilan:longitude 49.4 .
      id:far-city a gilan:Place , gilan:Settlement ; rdfs:label "Far City"@en ;
        gilan:latitude 51.5 ; gilan:longitude -0.1 .
      id:lost-town a gilan:Place , gilan:Settlement ; rdfs:label "Lost Town"@en .

      id:voyage a gilan:Event , gilan:Journey ; rdfs:label "Voyage of Anna"@en ;
        gilan:involved id:anna ; gilan:origin id:millham ; gilan:destination id:reedport ;
        gilan:onDate "1920-05-18"^^xsd:date ; gilan:earliest "1920-05-18"^^xsd:date ;
        gilan:begunBy "1920-05-18"^^xsd:date ; gilan:enduredTo "1920-05-18"^^xsd:date ;
        gilan:latest "1920-05-18"^^xsd:date .
      id:talks a gilan:Event , gilan:Meeting ; rdfs:label "Talks in Lakeland"@en ;
        gilan:involved id:anna , id:boris ; gilan:place id:lakeland ;
        gilan:from "1920-06"^^edtf:EDTF ; gilan:to "1920-08"^^edtf:EDTF ;
        gilan:earliest "1920-06-01"^^xsd:date ; gilan:begunBy "1920-06-30"^^xsd:date ;
        gilan:enduredTo "1920-08-01"^^xsd:date ; gilan:latest "1920-08-31"^^xsd:date .
      id:feast a gilan:Event ; rdfs:label "Feast"@en ; gilan:place id:lost-town , id:far-city ;
        gilan:boundsFrom id:voyage ; gilan:earliest "1920-05-18"^^xsd:date .
      id:flood a gilan:Event ; rdfs:label "Flood"@en .
      id:ruling a gilan:Decision ; rdfs:label "Ruling"@en ; gilan:speaker id:boris ;
        gilan:earliest "1921-01-01"^^xsd:date ; gilan:latest "1921-12-31"^^xsd:date .
      id:letter a gilan:Record , gilan:Letter ; rdfs:label "Letter, of Anna"@en ;
        gilan:sender id:anna ; gilan:recipient id:boris , id:clara ; gilan:concerns id:reedport ;
        gilan:keptIn id:file-7 ; gilan:sheets "3" ;
        gilan:dated "1920-07-01"^^xsd:date ; gilan:earliest "1920-07-01"^^xsd:date ;
        gilan:begunBy "1920-07-01"^^xsd:date ; gilan:enduredTo "1920-07-01"^^xsd:date ;
        gilan:latest "1920-07-01"^^xsd:date .
      id:answer a gilan:Record , gilan:Letter ; rdfs:label "Answer"@en ;
        gilan:sender id:boris ; gilan:recipient id:anna .
      id:minutes a gilan:Record , gilan:Protocol ; rdfs:label "Minutes"@en .
      id:advice rdfs:label "Advice to stay"@en ; gilan:statedIn id:letter .
      id:file-7 a gilan:ArchivalFile ; rdfs:label "Archive 1/2/7"@en ; gilan:inFond id:fond-1 ;
        gilan:inventory "2" .
      id:file-10 a gilan:ArchivalFile ; rdfs:label "Archive 1/2/10"@en ; gilan:inFond id:fond-1 ;
        gilan:inventory "2" .
      id:fond-1 a gilan:Fond ; rdfs:label "Archive, fond 1"@en ; gilan:inArchive id:archive .
      id:archive rdfs:label "Archive of the lakes"@en .
      claim:c2 gilan:restsOn id:letter .

      doc:chronicle a gilan:Document ; rdfs:label "Chronicle"@en .
      claim:c1 a gilan:Claim ; rdf:subject id:voyage ; rdf:predicate gilan:onDate ;
        rdf:object "1920-06-09"^^xsd:date ; gilan:standing gilan:contested ;
        gilan:earliest "1920-06-09"^^xsd:date ; gilan:latest "1920-06-09"^^xsd:date ;
        gilan:inDocument doc:chronicle .
      """;

  private ViewFixture() {}

  /** {@return the site} */
  public static Site site() {
    DatasetGraph dataset = DatasetGraphFactory.create();
    RDFDataMgr.read(dataset, new StringReader(TRIG), null, Lang.TRIG);
    return new Site(new KnowledgeGraph(dataset, "cafe0123"), Documents.none());
  }
}
