// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * The inside of a {@code SERVICE} as a query of its own. Rows to join with go into a {@code VALUES}
 * block before it, with the pattern in braces: a join whatever the pattern holds. Blazegraph
 * (Wikidata) is as fast with it as with any other form; Virtuoso (DBpedia) silently finds nothing
 * with the block at the query's end, where the recommendation puts it. Rows of anything but one
 * name or text each are numbered there, so that what comes back is told apart even if the engine
 * writes {@code 1.0} as {@code 1}.
 */
final class RemotePattern {
  /** Has another value each time; where a text only says so, the endpoint is asked once more. */
  private static final Pattern CHANGING =
      Pattern.compile("\\b(NOW|RAND|UUID|STRUUID|BNODE)\\s*\\(", Pattern.CASE_INSENSITIVE);

  private final Op pattern;
  private final Map<Var, Var> local = new HashMap<>();
  private final List<Var> vars;
  private final Var number;
  private final String text;

  RemotePattern(OpService service) {
    // The engine renames variables of subqueries by a prefix; the endpoint gets the written names.
    this.pattern = Rename.reverseVarRename(service.getSubOp(), true);
    for (Var var : OpVars.visibleVars(service.getSubOp())) {
      Var remote = (Var) Rename.reverseVarRename(var);
      if (remote.isNamedVar()) {
        local.put(remote, var);
      }
    }
    this.vars = local.keySet().stream().sorted(Comparator.comparing(Var::getName)).toList();
    this.number = unused(OpVars.mentionedVars(pattern));
    this.text = query(List.of(), List.of()).serialize();
  }

  /** {@return what tells this pattern from others} */
  String text() {
    return text;
  }

  /** {@return whether the endpoint may answer otherwise each time, though it holds the same} */
  boolean isChanging() {
    return CHANGING.matcher(text).find();
  }

  /** {@return the variables through which a row is joined, under their remote names} */
  List<Var> joined(Binding row) {
    return vars.stream().filter(v -> row.contains(local.get(v))).toList();
  }

  /** {@return a variable's name in our query} */
  Var local(Var remote) {
    return local.get(remote);
  }

  /**
   * {@return the variable that tells to which row an answer belongs}
   *
   * @param names the variables that rows bind, one at least
   * @param rows their values
   */
  Var key(List<Var> names, Collection<List<Node>> rows) {
    boolean isEnough =
        names.size() == 1 && rows.stream().allMatch(row -> isWrittenInOneWay(row.get(0)));
    return isEnough ? names.get(0) : number;
  }

  /** {@return whether every engine gives this value back as it was} */
  private static boolean isWrittenInOneWay(Node value) {
    return value.isURI() || Util.isSimpleString(value) || Util.isLangString(value);
  }

  /**
   * {@return the query to send}
   *
   * @param names the variables that rows bind; none for the pattern as it is
   * @param rows their values
   */
  Query query(List<Var> names, Collection<List<Node>> rows) {
    Query query = QueryFactory.make();
    query.setQuerySelectType();
    ElementGroup group = new ElementGroup();
    vars.forEach(query::addResultVar);
    if (!names.isEmpty()) {
      boolean isNumbered = key(names, rows).equals(number);
      if (isNumbered) {
        query.addResultVar(number);
      }
      group.addElement(block(names, rows, isNumbered));
    } else if (vars.isEmpty()) {
      query.setQueryResultStar(true);
    }
    group.addElement(inner());
    query.setQueryPattern(group);
    query.resetResultVars();
    return query;
  }

  /** {@return the pattern in braces of its own, so that nothing in it depends on the rows} */
  private Element inner() {
    Query inner = OpAsQuery.asQuery(pattern);
    if (pattern instanceof OpModifier || !inner.isQueryResultStar()) {
      return new ElementSubQuery(inner);
    }
    ElementGroup braces = new ElementGroup();
    braces.addElement(inner.getQueryPattern());
    return braces;
  }

  private Element block(List<Var> names, Collection<List<Node>> rows, boolean isNumbered) {
    List<Var> header = new ArrayList<>(names);
    if (isNumbered) {
      header.add(number);
    }
    List<Binding> block = new ArrayList<>();
    for (List<Node> row : rows) {
      BindingBuilder binding = Binding.builder();
      for (int i = 0; i < names.size(); i++) {
        binding.add(names.get(i), row.get(i));
      }
      if (isNumbered) {
        binding.add(number, NodeFactoryExtra.intToNode(block.size()));
      }
      block.add(binding.build());
    }
    return new ElementData(header, block);
  }

  private static Var unused(Collection<Var> mentioned) {
    Var var = Var.alloc("row");
    while (mentioned.contains(var)) {
      var = Var.alloc(var.getName() + "_");
    }
    return var;
  }

  /** {@return whether a value can be told to others: a name or a literal, not a blank node} */
  static boolean isSendable(Node value) {
    return value.isURI() || value.isLiteral();
  }
}
