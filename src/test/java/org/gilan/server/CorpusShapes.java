// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shapes that nobody means well. */
final class CorpusShapes {
  /** The begin of a shape of all people, to be gone on with. */
  static final String SHAPE =
      """
      PREFIX sh: <http://www.w3.org/ns/shacl#>
      PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      <x:shape> a sh:NodeShape ; sh:targetClass gilan:Person ;
      """;

  /** The begin of a shape of what is said of them. */
  private static final String PROPERTY = SHAPE + "sh:property [ sh:path rdf:type ; ";

  private static final int DEEP = 1000;

  /** What is no Turtle, or nested beyond what is read. */
  static final List<String> TURTLE =
      List.of(
          "<a> <b>",
          "<a> <b> <c",
          "a b c",
          "@prefix x <y> .",
          "<a> <b> \"c .",
          "<a> <b> \"c\"@@ .",
          "@base <::> . <a> <b> <c> <d> .",
          "{ <a> <b> <c> }",
          "<a> <b> '\\q' .",
          "<a> <b> \"\\uD800\" .",
          "<a b> <c> <d> .",
          "_: <b> <c> .",
          "<a> 'b' <c> .",
          "<a> <b> 1.2.3 .",
          "\u0000",
          "<a> <b> " + "[ <c> ".repeat(20_000) + " .",
          "<a> <b> " + "( ".repeat(20_000) + " .",
          "<a> <b> <<( ".repeat(2000),
          "<?xml version='1.0'?><x/>",
          "VERSION \"9.9");

  static final List<String> XML = xml();

  /** What is Turtle, but no shapes. */
  static final List<String> ILL_FORMED =
      Stream.of(
              nodes(
                  "sh:in 1",
                  "sh:in ( 1 ) , ( 2 )",
                  "sh:nodeKind 'x'",
                  "sh:nodeKind sh:IRI , sh:Literal",
                  "sh:minCount 1",
                  "sh:maxCount 1",
                  "sh:uniqueLang true",
                  "sh:lessThan rdf:type",
                  "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 1",
                  "sh:path rdf:type ; sh:minCount 1 ; sh:path rdf:value",
                  "sh:targetClass 1",
                  "sh:targetNode _:b",
                  "sh:targetSubjectsOf 'x'",
                  "sh:targetObjectsOf 1",
                  "sh:severity 'high'",
                  "sh:message 1",
                  "sh:deactivated 'yes'",
                  "sh:class 'x'",
                  "sh:datatype 1",
                  "sh:datatype rdf:langString , rdf:HTML",
                  "sh:closed 1",
                  "sh:closed true ; sh:ignoredProperties rdf:type",
                  "sh:closed true ; sh:ignoredProperties ( 'x' )",
                  "sh:minLength 'x'",
                  "sh:maxLength 1.5",
                  "sh:minInclusive rdf:type",
                  "sh:maxExclusive 1 , 2",
                  "sh:pattern 1",
                  "sh:pattern '('",
                  "sh:pattern '[' ; sh:flags 'i'",
                  "sh:pattern 'a' , 'b'",
                  "sh:pattern 'a' ; sh:flags 1",
                  "sh:languageIn 'en'",
                  "sh:languageIn ( 1 )",
                  "sh:equals 'x'",
                  "sh:disjoint 1",
                  "sh:hasValue ( 1 2 ) ; sh:in rdf:type",
                  "sh:node 'x'",
                  "sh:not 1",
                  "sh:and 1",
                  "sh:or ( 1 )",
                  "sh:xone ( 'x' [ sh:nodeKind sh:IRI ] )",
                  "sh:and ( [ sh:minCount 1 ] )",
                  "sh:property 'x'",
                  "sh:property [ sh:minCount 1 ]",
                  "sh:property [ sh:path 'x' ]",
                  "sh:property [ sh:path ( ) ]",
                  "sh:property [ sh:path ( rdf:type ) ]",
                  "sh:property [ sh:path [ sh:alternativePath rdf:type ] ]",
                  "sh:property [ sh:path [ sh:inversePath rdf:type ; sh:zeroOrMorePath rdf:type ] ]",
                  "sh:property [ sh:path [ sh:inversePath 1 ] ]",
                  "sh:property [ sh:path [ ] ]",
                  "sh:sparql [ sh:select 'SELECT' ]",
                  "sh:sparql [ sh:select 1 ]",
                  "sh:sparql [ sh:select 'SELECT $this { $this (<p>{2,1}) ?x }' ]",
                  "sh:sparql [ sh:select 'SELECT $this { $this <p>{1000000000} ?x }' ]",
                  "sh:sparql [ sh:ask 'ASK {' ]",
                  "sh:sparql [ sh:select 'SELECT $this { SERVICE <http://127.0.0.1:1/> {} }' ]",
                  "sh:sparql [ sh:select 'SELECT $this { BIND(<java:java.lang.System>() AS ?x) }' ]",
                  "sh:sparql [ sh:select 'SELECT $this { "
                      + "FILTER EXISTS { ".repeat(30)
                      + "} ".repeat(30)
                      + "}' ]"),
              properties(
                  "sh:minCount 'many'",
                  "sh:minCount 1 , 2",
                  "sh:maxCount 1.5",
                  "sh:maxCount 99999999999999999999",
                  "sh:uniqueLang 'yes'",
                  "sh:lessThan 'x'",
                  "sh:lessThanOrEquals 1",
                  "sh:qualifiedValueShape 1 ; sh:qualifiedMinCount 1",
                  "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 'x'",
                  "sh:in ( 1 2 ) , ( 3 )",
                  "sh:in 1",
                  "sh:nodeKind rdf:type"),
              nodes( // lists that are broken, or lead back to themselves
                  "sh:in [ rdf:first 1 ]",
                  "sh:in [ rdf:rest rdf:nil ]",
                  "sh:in [ rdf:first 1 , 2 ; rdf:rest rdf:nil ]",
                  "sh:in [ rdf:first 1 ; rdf:rest rdf:nil , ( 2 ) ]",
                  "sh:in [ rdf:first 1 ; rdf:rest 'x' ]",
                  "sh:in _:l . _:l rdf:first 1 ; rdf:rest _:l",
                  "sh:in _:l . _:l rdf:first 1 ; rdf:rest [ rdf:first 2 ; rdf:rest _:l ]",
                  "sh:or _:l . _:l rdf:first [ sh:nodeKind sh:IRI ] ; rdf:rest _:l",
                  "sh:and _:l . _:l rdf:first [ sh:and _:l ] ; rdf:rest _:l",
                  "sh:languageIn _:l . _:l rdf:first 'en' ; rdf:rest _:l",
                  "sh:property [ sh:path _:l ] . _:l rdf:first rdf:type ; rdf:rest _:l",
                  "sh:property [ sh:path _:p ] . _:p sh:inversePath _:p",
                  "sh:property [ sh:path [ sh:alternativePath _:l ] ] . _:l rdf:first _:l ; rdf:rest _:l",
                  "sh:closed true ; sh:ignoredProperties _:l . _:l rdf:first rdf:type ; rdf:rest _:l"),
              nodes( // nested
                  nested("sh:not [", "]"),
                  nested("sh:and ( [", "] )"),
                  nested("sh:property [ sh:path rdf:type ; sh:node [", "] ]"),
                  "sh:property [ sh:path "
                      + "[ sh:inversePath ".repeat(DEEP)
                      + "rdf:type"
                      + " ]".repeat(DEEP)
                      + " ]",
                  chained("sh:not"),
                  chained("sh:node")))
          .flatMap(part -> part)
          .toList();

  /** Shapes that refer to themselves; SHACL section 3.4.3 leaves open what that means. */
  static final List<String> CIRCLES =
      nodes(
              "sh:node <x:shape>",
              "sh:not <x:shape>",
              "sh:and ( <x:shape> )",
              "sh:or ( [ sh:not <x:shape> ] <x:shape> )",
              "sh:property [ sh:path rdf:type ; sh:node <x:shape> ]",
              "sh:property [ sh:path rdf:type ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape <x:shape> ]",
              "sh:node <x:other> . <x:other> sh:node <x:shape>")
          .toList();

  /** What would be checked for ever, or report without end. */
  static final List<String> ENDLESS =
      Stream.of(
              nodes(
                  "sh:pattern '(.*.*.*.*.*.*.*.*){9}§'",
                  "sh:not [ sh:pattern '(.*.*.*.*.*.*.*.*){9}§' ]",
                  sparql("$this ?p ?o FILTER (REGEX(STR($this), \"(.*.*.*.*.*.*.*){9}§\"))"),
                  sparql("?a ?b ?value . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o"),
                  sparql(
                      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (CONCAT(STR(?a), STR(?l)) = \"never\")"),
                  sparql("?a (!<x:p>|^!<x:p>)* ?b . ?c (!<x:p>|^!<x:p>)* ?d . ?e (!<x:p>)* ?f")),
              properties("sh:pattern '(.*.*.*.*.*.*.*.*){9}§'"))
          .flatMap(part -> part)
          .toList();

  private CorpusShapes() {}

  private static Stream<String> nodes(String... constraints) {
    return Stream.of(constraints).map(one -> SHAPE + one + " .");
  }

  private static Stream<String> properties(String... constraints) {
    return Stream.of(constraints).map(one -> PROPERTY + one + " ] .");
  }

  private static String nested(String open, String close) {
    return open.repeat(DEEP) + " sh:nodeKind sh:IRI " + close.repeat(DEEP);
  }

  /** {@return as deep, without brackets} */
  private static String chained(String property) {
    return property
        + " _:n0 . "
        + IntStream.range(0, DEEP)
            .mapToObj(i -> "_:n" + i + " " + property + " _:n" + (i + 1))
            .collect(Collectors.joining(" . "));
  }

  private static String sparql(String pattern) {
    return "sh:sparql [ sh:select 'SELECT $this ?value { " + pattern + " }' ]";
  }

  private static List<String> xml() {
    String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
    String bomb =
        "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
    return List.of(
        "<",
        "<a>",
        entity + "<x>&e;",
        bomb + "<x>&b;",
        "<rdf:RDF/>",
        "\u0000",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
            + "<rdf:li><rdf:Seq>".repeat(3000));
  }
}
