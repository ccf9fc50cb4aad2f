// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;
import org.gilan.remote.StoreException;

/**
 * {@code ?thing text:query "words"}, or {@code (?thing ?score) text:query ("words" 10)}: the things
 * whose names answer to the words, the best first, at most so many.
 */
final class NameQuery extends PropertyFunctionEval {
  NameQuery() {
    super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
  }

  @Override
  public QueryIterator execEvaluated(
      Binding row, PropFuncArg subject, Node property, PropFuncArg object, ExecutionContext run) {
    NameSearch search = run.getContext().get(NameSearch.KEY);
    List<Node> given = nodes(object);
    List<Node> asked = nodes(subject);
    if (search == null || asked.size() > 2 || given.size() > 2 || !given.get(0).isLiteral()) {
      throw new RefusedException(
          "text:query is asked as ?thing text:query \"words\" or (?thing ?score) text:query"
              + " (\"words\" 10), of a graph whose names can be searched.");
    }
    long most = given.size() == 2 ? number(given.get(1)) : Long.MAX_VALUE;
    List<Binding> found = new ArrayList<>();
    find(search, given.get(0).getLiteralLexicalForm(), Work.of(run.getContext())).stream()
        .limit(most)
        .forEach(hit -> add(found, row, asked, hit));
    return QueryIterPlainWrapper.create(found.iterator(), run);
  }

  private static List<NameSearch.Hit> find(NameSearch search, String words, Work work) {
    try {
      return search.find(words, work::step);
    } catch (StoreException e) {
      throw work.fail(e);
    }
  }

  private static List<Node> nodes(PropFuncArg argument) {
    return argument.isList() && !argument.getArgList().isEmpty()
        ? argument.getArgList()
        : List.of(argument.isNode() ? argument.getArg() : NodeFactory.createBlankNode());
  }

  private static long number(Node node) {
    return node.isLiteral() && node.getLiteralValue() instanceof Number number
        ? Math.max(0, number.longValue())
        : 0;
  }

  /** Adds the row, unless what it has already is another. */
  private static void add(List<Binding> found, Binding row, List<Node> asked, NameSearch.Hit hit) {
    Node score = NodeFactory.createLiteralDT(Integer.toString(hit.score()), XSDDatatype.XSDinteger);
    BindingBuilder more = BindingFactory.builder(row);
    if (agrees(more, asked.get(0), hit.thing())
        && (asked.size() == 1 || agrees(more, asked.get(1), score))) {
      found.add(more.build());
    }
  }

  private static boolean agrees(BindingBuilder row, Node asked, Node value) {
    if (!asked.isVariable()) {
      return asked.equals(value);
    }
    row.add(Var.alloc(asked), value);
    return true;
  }
}
