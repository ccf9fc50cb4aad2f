// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.List;
import java.util.stream.Stream;

/** Queries that nobody means well. */
final class CorpusQueries {
  private static final String FN = "http://www.w3.org/2005/xpath-functions#";
  private static final String ARQ = "http://jena.apache.org/ARQ/function#";
  private static final String SIX =
      "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r";

  /** What is no query, or not to be asked here. */
  static final List<String> WRONG =
      List.of(
          "ASK",
          "ASK {",
          "ASK }",
          "SELECT * {",
          "SELECT ?x {} GROUP BY",
          "SELECT (1/0 AS ?x",
          "{}",
          "SELECT (COUNT(?x) AS ?x) { ?x ?p ?o }",
          "SELECT ?s (MAX(?o) AS ?m) { ?s ?p ?o }",
          "INSERT DATA { <a> <b> <c> }",
          "DROP ALL",
          "LOAD <file:///etc/passwd>",
          "CLEAR ALL; ASK {}",
          "PREFIX : <x> ASK { :a a b:c }",
          "BASE <:::> ASK { <x> <y> <z> ",
          "ASK { <a b> ?p ?o }",
          "ASK { ?s ?p 'x }",
          "ASK { ?s ?p \"\"\"x }",
          "ASK { ?s ?p '\\ud800' . FILTER(}",
          "SELECT * { BIND(<java:java.lang.System>(1) AS ?x) }",
          "SELECT * { ?x <java:java.lang.Runtime> ?y }",
          "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT * { BIND(afn:wait(99999) AS ?x) }",
          "SELECT * { SERVICE <http://169.254.169.254/> { ?s ?p ?o } }",
          "SELECT * { SERVICE <file:///etc/passwd> { ?s ?p ?o } }",
          "SELECT * { BIND(STRLEN() AS ?x) }",
          "SELECT * { BIND(SUBSTR('a') AS ?x) }",
          "SELECT * { VALUES (?a ?b) { (1) } }",
          "SELECT ?a ?a* { }",
          "ASK { ?s ^^ ?o }",
          "DESCRIBE",
          "CONSTRUCT { ?s } { ?s ?p ?o }",
          "CONSTRUCT { 'x' ?p ?o } WHERE",
          "ASK " + "{".repeat(5000),
          "ASK " + "{".repeat(5000) + "}".repeat(5000),
          "ASK { FILTER(" + "(".repeat(3000) + "1" + ")".repeat(3000) + ") }",
          "ASK { FILTER(" + "!".repeat(20_000) + "true) }",
          "ASK { ?s " + "(".repeat(3000) + "<p>" + ")*".repeat(3000) + " ?o }",
          "ASK { FILTER EXISTS {".repeat(200) + "}".repeat(200),
          "ASK { ?s ?p " + "<<( ".repeat(1000) + "?a ?b ?c" + " )>>".repeat(1000) + " }",
          "ASK { ?s ?p " + "[ <p> ".repeat(3000) + "]".repeat(3000) + " }",
          "ASK { ?s ?p " + "( ".repeat(3000) + ")".repeat(3000) + " }",
          "SELECT " + "?x".repeat(1) + " ?y".repeat(200_000) + " {}",
          "ASK { FILTER(1 IN (" + "1,".repeat(100_000) + "1)) }",
          "\u0000\u0001\u0002",
          "ASK {} \u0000",
          "\ufeff\ufeffASK {",
          "#".repeat(50_000),
          "ASK { ?s (<p>{2,1}) ?o }",
          "ASK { ?s <p>{2,1} ?o }",
          "ASK { ?s (<p>|<q>){3,2}/<p> ?o }",
          "ASK { ?s <p>{-1} ?o }",
          "ASK { ?s <p>{1,2 ?o }",
          "ASK { ?s <p>{1.5} ?o }",
          "ASK { ?s <p>{} ?o }",
          "ASK { ?s <p>{9999999999} ?o }",
          "ASK { ?s <p>{1,9999999999} ?o }",
          "ASK { ?s <p>{99999999999999999999} ?o }",
          "ASK { ?s ((<p>{99}){99}){99} ?o }",
          "ASK { ?s ?p ?o FILTER NOT EXISTS { ?s (<p>|^<q>){0,2000} ?o } }",
          "ASK { ?s !(<p>{1}) ?o }",
          "ASK { ?s " + "(".repeat(150) + "<p>" + "{1,2})".repeat(150) + " ?o }",
          "SELECT (<" + FN + "round>() AS ?x) {}",
          "SELECT (<" + FN + "round>(1, 2, 3) AS ?x) {}",
          "SELECT (<" + FN + "nowhere>(1) AS ?x) {}",
          "SELECT (<" + FN + "apply>(<" + FN + "abs>, 1) AS ?x) {}",
          "SELECT (<" + ARQ + "print>('x') AS ?x) {}",
          "SELECT (<" + ARQ + "system>('x') AS ?x) {}",
          "SELECT (<http://www.dotnetrdf.org/leviathan#factorial>(99999) AS ?x) {}",
          "SELECT (CALL(<" + FN + "abs>, 1) AS ?x) {}",
          "SELECT (<java:java.lang.Runtime>() AS ?x) {}",
          "SELECT * { ?x <http://jena.apache.org/ARQ/property#versionARQ> ?y }",
          "SELECT (REGEX('a') AS ?x) {}",
          "SELECT (REPLACE('a', 'b') AS ?x) {}",
          "SELECT (COUNT(DISTINCT) AS ?x) {}",
          "SELECT (GROUP_CONCAT(?s ; SEPARATOR=1) AS ?x) { ?s ?p ?o }",
          "SELECT * { ?s ?p ?o } LIMIT -1",
          "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999",
          "SELECT * { ?s ?p ?o } OFFSET x",
          "SELECT * { ?s ?p ?o } ORDER BY",
          "SELECT ?x { ?s ?p ?o BIND(1 AS ?s) }",
          "SELECT (1 AS ?x) (2 AS ?x) {}",
          "SELECT * { SERVICE ?nowhere { ?s ?p ?o } }",
          "SELECT * { GRAPH { ?s ?p ?o } }",
          "CONSTRUCT { ?s ?p ?o . FILTER(true) } WHERE { ?s ?p ?o }",
          "SELECT * FROM <> FROM NAMED { ?s ?p ?o }",
          "ASK { ?s ?p 'x'@en--up }",
          "ASK { << ?s ?p >> ?q ?r }",
          "ASK { ?s ?p ?o {| }",
          "ASK { FILTER NOT EXISTS {".repeat(100) + "}".repeat(100) + "}",
          "JSON { 'a': ?s } WHERE",
          "VERSION 9.9 ASK {");

  /** What would run on for ever, or fill any memory; all of it is well-formed. */
  static final List<String> ENDLESS =
      Stream.of(
              "SELECT * { SIX } ORDER BY ?c ?f",
              "SELECT (COUNT(*) AS ?count) { SIX }",
              "SELECT (COUNT(*) AS ?count) { SELECT DISTINCT * { SIX } }",
              "SELECT * { SIX FILTER REGEX('" + "x".repeat(60) + "', '(.*x){20}z') }",
              "SELECT * { ?s ((!<p>|^!<p>)*)* ?t . ?t ((!<p>|^!<p>)*)* ?u . SIX FILTER (?u = 1) }",
              "SELECT * { SIX FILTER NOT EXISTS { ?s ?t ?u } }",
              "CONSTRUCT { ?a ?b ?r } { SIX }",
              "DESCRIBE ?a { SIX }",
              "ASK { SIX FILTER (CONCAT(STR(?a), STR(?r)) = 'never') }")
          .map(query -> query.replace("SIX", SIX))
          .toList();

  private CorpusQueries() {}
}
