// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;

/** REGEX and REPLACE as ARQ has them, but for the deadline, and a bound to what REPLACE makes. */
final class TimedPattern extends ExprFunctionN {
  private static final String FLAGS = "[smixq]*";

  private final boolean replaces;

  /** Patterns are mostly the same in each row. */
  private volatile Compiled last;

  private record Compiled(String text, String flags, Pattern pattern) {}

  private TimedPattern(boolean replaces, ExprList args) {
    super(replaces ? "replace" : "regex", args);
    this.replaces = replaces;
  }

  static Expr regex(ExprList args) {
    return new TimedPattern(false, args);
  }

  static Expr replace(ExprList args) {
    return new TimedPattern(true, args);
  }

  @Override
  public NodeValue eval(List<NodeValue> args, FunctionEnv env) {
    Context context = env == null ? null : env.getContext();
    return eval(args, context == null ? null : Work.of(context));
  }

  /** Is asked while a query is planned, when no time is counted yet: the answer can wait. */
  @Override
  public NodeValue eval(List<NodeValue> args) {
    throw new ExprEvalException("later");
  }

  private NodeValue eval(List<NodeValue> args, Work work) {
    Node text = NodeValueOps.checkAndGetStringLiteral(getFunctionSymbol().getSymbol(), args.get(0));
    int flagsAt = replaces ? 3 : 2;
    String flags = args.size() > flagsAt ? string(args.get(flagsAt)) : "";
    Pattern pattern = pattern(string(args.get(1)), flags);
    Matcher matcher = pattern.matcher(new TimedText(text.getLiteralLexicalForm(), work));
    return replaces ? replaced(args.get(0), matcher, string(args.get(2))) : found(matcher);
  }

  private static NodeValue found(Matcher matcher) {
    return NodeValue.booleanReturn(matcher.find());
  }

  private static String string(NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral("regex", value).getLiteralLexicalForm();
  }

  private Pattern pattern(String text, String flags) {
    Compiled known = last;
    if (known != null && known.text().equals(text) && known.flags().equals(flags)) {
      return known.pattern();
    }
    if (!flags.matches(FLAGS)) {
      throw new ExprEvalException("flags are s, m, i, x and q, not " + flags);
    }
    if (text.length() > QueryLimits.PATTERN) {
      throw new ExprEvalException("the pattern is too long");
    }
    Pattern pattern = RegexEngine.makePattern("regex", text, flags);
    last = new Compiled(text, flags, pattern);
    return pattern;
  }

  /** Replaces as ARQ does: an empty match counts only as the first. */
  private static NodeValue replaced(NodeValue whole, Matcher matcher, String by) {
    StringBuilder result = null;
    while (matcher.find()) {
      if (result == null) {
        result = new StringBuilder();
      } else if (matcher.start() == matcher.end()) {
        continue;
      }
      matcher.appendReplacement(result, by);
      Bounds.text(result.length());
    }
    if (result == null) {
      return whole;
    }
    matcher.appendTail(result);
    return like(whole, result.toString());
  }

  /** {@return a text of the same kind} */
  static NodeValue like(NodeValue whole, String text) {
    Node node = whole.asNode();
    return node.getLiteralLanguage().isEmpty()
        ? NodeValue.makeString(text)
        : NodeValue.makeNode(
            NodeFactory.createLiteral(
                text,
                node.getLiteralLanguage(),
                node.getLiteralBaseDirection(),
                node.getLiteralDatatype()));
  }

  @Override
  public Expr copy(ExprList args) {
    return new TimedPattern(replaces, args);
  }
}
