// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.io.StringReader;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.expr.E_Str;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.arq.javacc.ARQParser;
import org.apache.jena.sparql.lang.arq.javacc.ParseException;
import org.apache.jena.sparql.lang.arq.javacc.TokenMgrError;
import org.gilan.vocab.Gilan;

/**
 * Reads a query whose patterns cannot be read. Jena reads the pattern of REGEX and REPLACE with the
 * query if it is a constant, so that {@code COALESCE(REGEX("a", "("), "else")} has no answer. Here
 * each text is written as {@code STR("(")}, which is the same and no constant.
 */
final class QueryReader extends SPARQLParser {
  private QueryReader() {}

  /** {@return the query of a text; a pattern that cannot be read is an error of its row} */
  static Query read(String text) {
    try {
      return QueryFactory.create(text, Gilan.BASE, Syntax.syntaxARQ);
    } catch (ExprException e) {
      Query query = new Query();
      query.setBase(IRIx.create(Gilan.BASE));
      return new QueryReader().parse(query, text);
    }
  }

  @Override
  protected Query parse$(Query query, String text) {
    query.setSyntax(Syntax.syntaxARQ);
    query.setStrict(true);
    ARQParser parser =
        new ARQParser(new StringReader(text)) {
          @Override
          protected Expr asExpr(Node node) {
            Expr constant = super.asExpr(node);
            return constant instanceof NodeValue value && value.isString()
                ? new E_Str(constant)
                : constant;
          }
        };
    parser.setQuery(query);
    try {
      parser.QueryUnit();
    } catch (ParseException | TokenMgrError e) {
      throw new QueryException(e.getMessage(), e);
    }
    return query;
  }
}
