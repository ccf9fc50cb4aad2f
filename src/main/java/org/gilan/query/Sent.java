// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.Vars;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanBase;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.gilan.remote.Contents;
import org.gilan.remote.Rows;
import org.gilan.remote.StoreException;

/**
 * A query that another store runs whole. The store gives rows, of which the answer is made here, so
 * that ASK, CONSTRUCT and DESCRIBE are the same whoever holds the graph. It is sent as we have read
 * it, not as it was written: what our reader does not know reaches no store.
 */
final class Sent {
  /** Graphs by Jena's names, which others do not know. */
  private static final String JENA_GRAPHS = "urn:x-arq:";

  private static final Var ANY = Var.alloc("any");

  private final String text;
  private final Set<Var> asked;
  private final Contents contents;
  private final Work work;

  private Sent(String text, Set<Var> asked, Contents contents, Work work) {
    this.text = text;
    this.asked = asked;
    this.contents = contents;
    this.work = work;
  }

  /**
   * {@return the query to be sent; empty for one that only we can run: that asks others, or for
   * names by our search, or has functions or forms that SPARQL does not know}
   *
   * @param asked the graphs that the client names; null for those there are
   */
  static Optional<Sent> of(
      PreparedQuery prepared, DatasetDescription asked, Contents contents, Work work) {
    return Optional.of(prepared)
        .filter(PreparedQuery::isPlain)
        .map(plain -> rows(plain.query(), contents.graphs(asked)))
        .filter(Sent::isSparql)
        .filter(text -> !text.contains(JENA_GRAPHS))
        .map(text -> new Sent(text, asked(prepared.query()), contents, work));
  }

  private static boolean isSparql(String text) {
    for (Syntax syntax : new Syntax[] {Syntax.syntaxSPARQL_11, Syntax.syntaxSPARQL_12}) {
      try {
        QueryFactory.create(text, syntax);
        return true;
      } catch (QueryException e) {
        // Then it has what only the next one knows, or none.
      }
    }
    return false;
  }

  /** {@return the SELECT that gives the rows of a query} */
  private static String rows(Query query, DatasetDescription graphs) {
    Collection<Var> needed = needed(query);
    Query rows = query.cloneQuery();
    rows.setBaseURI((String) null);
    rows.getGraphURIs().clear();
    rows.getNamedGraphURIs().clear();
    if (graphs != null) {
      graphs.getDefaultGraphURIs().forEach(rows::addGraphURI);
      graphs.getNamedGraphURIs().forEach(rows::addNamedGraphURI);
    }
    if (!query.isSelectType()) {
      rows.setQuerySelectType();
      rows.setQueryResultStar(false);
      rows.getProject().clear();
      needed.forEach(rows::addResultVar);
    }
    if (query.isAskType()) {
      rows.setLimit(1);
    }
    if (rows.getProject().isEmpty()) {
      rows.setQueryResultStar(false);
      rows.addResultVar(ANY, NodeValue.makeInteger(1));
    }
    return rows.serialize(Syntax.syntaxARQ);
  }

  /** {@return what the rows may have} */
  private static Set<Var> asked(Query query) {
    Set<Var> asked = new HashSet<>(query.isSelectType() ? query.getProjectVars() : needed(query));
    asked.add(ANY);
    return asked;
  }

  private static Collection<Var> needed(Query query) {
    Set<Var> needed = new LinkedHashSet<>();
    if (query.isConstructType()) {
      for (Quad quad : query.getConstructTemplate().getQuads()) {
        Vars.addVarsFromQuad(needed, quad);
      }
    } else if (query.isDescribeType()) {
      needed.addAll(query.getProjectVars());
    }
    return needed;
  }

  /**
   * {@return the plan whose rows the store gives, or we ourselves where it refuses}
   *
   * @param local how we run it
   */
  Plan plan(Plan local) {
    return new PlanBase(local.getOp(), local) {
      @Override
      protected QueryIterator iteratorOnce() {
        try {
          Rows rows = contents.ask(text, asked, work.left(), work::step);
          return QueryIterPlainWrapper.create(
              Iter.onClose(
                  Iter.map(
                      rows,
                      row -> {
                        work.step();
                        return row;
                      }),
                  rows::close));
        } catch (StoreException e) {
          if (e.isRefusal()) {
            return local.iterator();
          }
          throw e;
        }
      }
    };
  }
}
