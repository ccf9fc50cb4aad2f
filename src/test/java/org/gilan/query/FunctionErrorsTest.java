// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.sse.SSE;
import org.gilan.graph.KnowledgeGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SPARQL 1.1 section 17.3: an error in an expression is an error of one row. Every function that
 * ARQ knows is called with arguments that it does not expect; the row and its neighbour stay.
 */
class FunctionErrorsTest {
  private static final List<String> KEYWORDS =
      List.of(
          "STR",
          "LANG",
          "LANGMATCHES",
          "LANGDIR",
          "HASLANG",
          "HASLANGDIR",
          "DATATYPE",
          "IRI",
          "URI",
          "BNODE",
          "ABS",
          "CEIL",
          "FLOOR",
          "ROUND",
          "CONCAT",
          "STRLEN",
          "UCASE",
          "LCASE",
          "ENCODE_FOR_URI",
          "CONTAINS",
          "STRSTARTS",
          "STRENDS",
          "STRBEFORE",
          "STRAFTER",
          "YEAR",
          "MONTH",
          "DAY",
          "HOURS",
          "MINUTES",
          "SECONDS",
          "TIMEZONE",
          "TZ",
          "ADJUST",
          "MD5",
          "SHA1",
          "SHA256",
          "SHA384",
          "SHA512",
          "IF",
          "STRLANG",
          "STRLANGDIR",
          "STRDT",
          "SAMETERM",
          "SAMEVALUE",
          "ISIRI",
          "ISURI",
          "ISBLANK",
          "ISLITERAL",
          "ISNUMERIC",
          "REGEX",
          "SUBSTR",
          "REPLACE",
          "TRIPLE",
          "SUBJECT",
          "PREDICATE",
          "OBJECT",
          "ISTRIPLE",
          "COALESCE",
          "IDIV",
          "MOD");

  private static final List<String> VALUES =
      List.of(
          "'a'",
          "''",
          "'fa_IR'",
          "'\\\\'",
          "'('",
          "'$9'",
          "-1",
          "1e400",
          "'INF'^^xsd:double",
          "'NaN'^^xsd:float",
          "99999999999999999999",
          "'x'^^xsd:integer",
          "'x'^^xsd:dateTime",
          "'-0001-13-41'^^xsd:date",
          "'P1Y'^^xsd:duration",
          "<x:y>",
          "'a'@en",
          "1/0",
          "<<( <x:s> <x:p> <x:o> )>>",
          "?unbound");

  /** As many of them come in second place, too. */
  private static final int SECOND = 7;

  /** Operators, what takes no arguments, has no keyword or is no function; CALL is refused. */
  private static final Set<String> OTHERWISE =
      Set.of(
          "E_Add",
          "E_BNode",
          "E_Bound",
          "E_Call",
          "E_Cast",
          "E_Conditional",
          "E_Divide",
          "E_EBV",
          "E_Equals",
          "E_Exists",
          "E_Function",
          "E_GreaterThan",
          "E_GreaterThanOrEqual",
          "E_LessThan",
          "E_LessThanOrEqual",
          "E_LogicalAnd",
          "E_LogicalNot",
          "E_LogicalOr",
          "E_Multiply",
          "E_NotEquals",
          "E_NotExists",
          "E_NotOneOf",
          "E_Now",
          "E_OneOf",
          "E_OneOfBase",
          "E_Random",
          "E_SHA224",
          "E_StrUUID",
          "E_Subtract",
          "E_UUID",
          "E_UnaryMinus",
          "E_UnaryPlus",
          "E_Version");

  /** These wait, or end the query on purpose. */
  private static final Set<String> LEFT_OUT = Set.of("http://jena.apache.org/ARQ/function#wait");

  private static List<String> calls(String function) {
    List<String> calls = new ArrayList<>(List.of(function + "()"));
    for (String one : VALUES) {
      calls.add(function + "(" + one + ")");
      for (String two : VALUES.subList(0, SECOND)) {
        calls.add(function + "(" + one + ", " + two + ")");
        calls.add(function + "('abc', " + one + ", " + two + ")");
      }
      calls.add(function + "('abc', 'b', " + one + ", 'i')");
    }
    return calls;
  }

  /** {@return the number of rows; -1 for a call that cannot be read, which is not our matter} */
  private static int rows(String expression) {
    PreparedQuery prepared;
    try {
      prepared = Rows.prepared("SELECT ?n (" + expression + " AS ?x) { VALUES ?n { 1 2 } }");
    } catch (QueryException e) {
      return -1;
    }
    return (int) Rows.asked(prepared).stream().count();
  }

  @Test
  void areErrorsOfOneRow() {
    List<String> functions = new ArrayList<>(KEYWORDS);
    for (Iterator<String> keys = FunctionRegistry.get().keys(); keys.hasNext(); ) {
      String iri = keys.next();
      if (!LEFT_OUT.contains(iri)) {
        functions.add("<" + iri + ">");
      }
    }
    assertThat(functions).hasSizeGreaterThan(150);
    List<String> broken = new ArrayList<>();
    int asked = 0;
    for (String function : functions) {
      for (String call : calls(function)) {
        try {
          int rows = rows(call);
          asked += rows == 2 ? 1 : 0;
          if (rows >= 0 && rows != 2) {
            broken.add(call + " gives " + rows + " rows");
          }
        } catch (RuntimeException | StackOverflowError e) {
          broken.add(call + " throws " + e);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(asked).isGreaterThan(5_000);
  }

  /** What is counted or summed is an expression, too, and so is what a row is grouped by. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "COUNT(STRLANG('a', 'fa_IR')) ¦ 0",
        "COUNT(DISTINCT STRLANG('a', 'fa_IR')) ¦ 0",
        "COUNT(STRLANG('a', ?tag)) ¦ 1",
        "SUM(STRLANG('a', 'fa_IR')) ¦ unbound",
        "SAMPLE(STRLANG('a', ?tag)) ¦ 'a'@en",
        "GROUP_CONCAT(REPLACE('abc', 'b', '$9')) ¦ unbound",
        "MIN(REGEX('abc', '(')) ¦ unbound",
        "COALESCE(AVG(?tag), 'else') ¦ 'else'",
        "COUNT(<<( ?tag <x:p> 1 )>>) ¦ 0",
      })
  void areErrorsOfOneGroup(String aggregate, String value) {
    Binding row =
        Rows.asked("SELECT (" + aggregate + " AS ?x) { VALUES ?tag { 'fa_IR' 'en' } }").next();
    assertThat(row.get("x")).isEqualTo(value.equals("unbound") ? null : SSE.parseNode(value));
  }

  /** SPARQL 1.2, TRIPLE: what RDF does not hold is no value, however it is written. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "<<( ?l <x:p> 1 )>> ¦ 'a' ¦ <x:i>",
        "<<( <x:s> ?l 1 )>> ¦ 'a' ¦ <x:i>",
        "<<( <x:s> <x:p> <<( ?l <x:p> 1 )>> )>> ¦ 'a' ¦ <x:i>",
        "<<( ?l <x:p> 1 )>> ¦ 1 ¦ <x:i>",
      })
  void leaveATripleTermOutThatIsNone(String term, String wrong, String right) {
    for (String bound :
        List.of("BIND (" + term + " AS ?t)", "BIND (IF(true, " + term + ", 1) AS ?t)")) {
      List<Binding> rows =
          Rows.asked("SELECT ?t { VALUES ?l { " + wrong + " " + right + " } " + bound + " }")
              .stream()
              .toList();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).isEmpty()).isTrue();
      assertThat(rows.get(1).get("t")).isEqualTo(SSE.parseNode(term.replace("?l", right)));
    }
  }

  /** Its grammar: the subject of a triple term that is data is an IRI. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ?t { VALUES ?t { <<( 'a' <x:p> 1 )>> } }",
        "SELECT (<<( 'a' <x:p> 1 )>> AS ?t) {}",
        "SELECT (ISTRIPLE(<<( <x:s> <x:p> <<( 1 <x:p> 1 )>> )>>) AS ?t) {}",
      })
  void areNotWrittenInAQuery(String query) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Rows.prepared(query))
        .withMessageStartingWith("The subject of a triple term");
  }

  /** SPARQL 1.1 section 16.2: a triple that RDF does not hold is left out. */
  @Test
  void leaveTheirTripleOut() {
    Answer answer = new Answer(new KnowledgeGraph(DatasetGraphFactory.create(), "x"));
    String rows = " { VALUES ?l { 'a' <x:i> } }";
    assertThat(answer.graph("CONSTRUCT { <x:s> <x:p> <<( ?l <x:p> 1 )>> }" + rows).stream())
        .containsExactly(
            Triple.create(
                SSE.parseNode("<x:s>"),
                SSE.parseNode("<x:p>"),
                SSE.parseNode("<<( <x:i> <x:p> 1 )>>")));
    assertThat(answer.graph("CONSTRUCT { <x:s> <x:p> 1 ~ ?l }" + rows).size()).isEqualTo(2);
    assertThat(answer.graph("CONSTRUCT { ?l <x:p> 1 . <x:s> ?l 2 }" + rows).size()).isEqualTo(2);
  }

  /** A keyword that ARQ adds is to be called, too: each has a class of its own. */
  @Test
  void callEveryKeywordThatArqKnows() throws IOException {
    Set<String> called = new TreeSet<>(OTHERWISE);
    for (String keyword : KEYWORDS) {
      for (String call : calls(keyword)) {
        try {
          Expr expression =
              QueryFactory.create("SELECT (" + call + " AS ?x) {}", Syntax.syntaxARQ)
                  .getProject()
                  .getExpr(Var.alloc("x"));
          for (Class<?> kind = expression.getClass(); kind != null; kind = kind.getSuperclass()) {
            called.add(kind.getSimpleName());
          }
        } catch (QueryException e) {
          continue; // another number of arguments
        }
      }
    }
    Set<String> known = new TreeSet<>();
    Path jar =
        Path.of(
            URI.create(E_Str.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try (JarFile classes = new JarFile(jar.toFile())) {
      classes.stream()
          .map(JarEntry::getName)
          .filter(name -> name.matches("org/apache/jena/sparql/expr/E_\\w+\\.class"))
          .forEach(name -> known.add(name.replaceAll(".*/|\\.class", "")));
    }
    assertThat(known).hasSizeGreaterThan(80);
    assertThat(called).containsAll(known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "STRLANG('a', 'fa_IR') ¦ unbound",
        "COALESCE(STRLANG('a', 'fa_IR'), 'else') ¦ 'else'",
        "IF(BOUND(?no) || STRLANG('a', 'fa_IR') = 'b', 1, 2) ¦ unbound",
        "REPLACE('abc', 'b', '\\\\') ¦ unbound",
        "REPLACE('abc', 'b', '$9') ¦ unbound",
        // the same whether the pattern is a constant or not
        "REGEX('abc', '(') ¦ unbound",
        "COALESCE(REGEX('abc', '('), 'else') ¦ 'else'",
        "REGEX('abc', 'b', 'z') ¦ unbound",
        "REGEX('abc', 'b', 1) ¦ unbound",
        "REGEX('abc', CONCAT('(', ')')) ¦ true",
        "COALESCE(REPLACE('abc', '(', ''), 'else') ¦ 'else'",
        "REPLACE('abc', 'b', 'x', 'z') ¦ unbound",
        "IF(REGEX('abc', 'b'), REPLACE('abc', '[', ''), 1) ¦ unbound",
        "CONCAT(COALESCE(REPLACE('abc', '(', ''), 'd'), REPLACE('abc', 'b', 'x'), 'e'@en) ¦ 'daxce'",
        // XPath functions, section 4.4.4
        "<http://www.w3.org/2005/xpath-functions#round>('INF'^^xsd:double)"
            + " ¦ 'INF'^^<http://www.w3.org/2001/XMLSchema#double>",
        "<http://www.w3.org/2005/xpath-functions#round-half-to-even>('-INF'^^xsd:float, 2)"
            + " ¦ '-INF'^^<http://www.w3.org/2001/XMLSchema#float>",
        "ROUND('-INF'^^xsd:double) ¦ '-INF'^^<http://www.w3.org/2001/XMLSchema#double>",
        "ROUND('NaN'^^xsd:float) ¦ 'NaN'^^<http://www.w3.org/2001/XMLSchema#float>",
        "CEIL('INF'^^xsd:double) ¦ 'INF'^^<http://www.w3.org/2001/XMLSchema#double>",
        "ROUND('x'^^xsd:double) ¦ unbound",
        "ROUND(2.5) ¦ 3.0",
        "ROUND(1e19) ¦ '1e19'^^<http://www.w3.org/2001/XMLSchema#double>",
        "ROUND('-1e19'^^xsd:float) ¦ '-1e19'^^<http://www.w3.org/2001/XMLSchema#float>",
        "<http://www.w3.org/2005/xpath-functions#round>(1e300, -299)"
            + " ¦ '1.0E300'^^<http://www.w3.org/2001/XMLSchema#double>",
        // XPath functions, section 5.4.3
        "SUBSTR('abcdef', 2, 9223372036854775807) ¦ 'bcdef'",
        "SUBSTR('abcdef', 4294967297, 1) ¦ ''",
        "SUBSTR('abcdef', 1, 4294967297) ¦ 'abcdef'",
        "SUBSTR('abcdef', -2147483648, 9223372036854775807) ¦ 'abcdef'",
        "SUBSTR('abcdef', 0, 3) ¦ 'ab'",
        "SUBSTR('a😀b', 2, 1) ¦ '😀'",
        "SUBSTR('abc'@en, 2) ¦ 'bc'@en",
        "SUBSTR('abc', '2') ¦ unbound",
        "SUBSTR('abc', 1, 'x') ¦ unbound",
        "SUBSTR(1, 1) ¦ unbound",
        "<http://www.w3.org/2005/xpath-functions#substring>('12345', 1.5, 2.6) ¦ '234'",
        "<http://www.w3.org/2005/xpath-functions#substring>('abc', 'INF'^^xsd:double) ¦ ''",
        "<http://www.w3.org/2005/xpath-functions#substring>('abc', '-INF'^^xsd:double) ¦ 'abc'",
        "<http://www.w3.org/2005/xpath-functions#substring>('abc', 0, 'NaN'^^xsd:double) ¦ ''",
        // SPARQL 1.2, TRIPLE: an error unless it is an RDF triple
        "TRIPLE('a', <x:p>, 1) ¦ unbound",
        "TRIPLE(<x:s>, <x:p>, TRIPLE('a', <x:p>, 1)) ¦ unbound",
        "IF(BOUND(?no), 1, <<( ?no <x:p> 1 )>>) ¦ unbound",
        "TRIPLE(<x:s>, <x:p>, 1) ¦ <<( <x:s> <x:p> 1 )>>",
        "TRIPLE(<x:s>, 'p', 1) ¦ unbound",
        "ISTRIPLE(<<( <x:s> <x:p> 1 )>>) ¦ true",
        // RDF 1.1 Concepts, section 5.4: whatever the text, it is a term
        "'PT99999999999S'^^xsd:duration"
            + " ¦ 'PT99999999999S'^^<http://www.w3.org/2001/XMLSchema#duration>",
        "STR('2020-01-01T00:00:00.1234567890123'^^xsd:dateTime)"
            + " ¦ '2020-01-01T00:00:00.1234567890123'",
        "DATATYPE('P99999999999Y'^^xsd:yearMonthDuration)"
            + " ¦ <http://www.w3.org/2001/XMLSchema#yearMonthDuration>",
        "STRDT('00:00:00.99999999999999', xsd:time)"
            + " ¦ '00:00:00.99999999999999'^^<http://www.w3.org/2001/XMLSchema#time>",
        "'PT99999999999S'^^xsd:duration = 'PT99999999999S'^^xsd:duration ¦ true",
        "'PT99999999999S'^^xsd:duration < 'PT1S'^^xsd:duration ¦ unbound",
        "'PT2S'^^xsd:dayTimeDuration > 'PT1S'^^xsd:dayTimeDuration ¦ true",
        "YEAR('2020-01-01T00:00:00.123456789'^^xsd:dateTime) ¦ 2020",
        "xsd:dateTime('2020-01-01T00:00:00.1234567890123Z') ¦ unbound",
        // Jena's comparison of two that differ in their direction alone
        "'a'@en < 'a'@en--ltr ¦ unbound",
        "'a'@en--rtl >= 'a'@en--ltr ¦ unbound",
        "COALESCE('a'@en > 'a'@en--ltr, 'else') ¦ 'else'",
        "1 <= 2 ¦ true",
        "STRLANG('a', 'fa') ¦ 'a'@fa",
        "1 + 1 ¦ 2",
      })
  void leaveTheirVariableUnbound(String expression, String value) {
    Binding row = Rows.asked("SELECT (" + expression + " AS ?x) {}").next();
    if (value.equals("unbound")) {
      assertThat(row.isEmpty()).isTrue();
    } else {
      assertThat(row.get("x")).isEqualTo(SSE.parseNode(value));
    }
  }
}
