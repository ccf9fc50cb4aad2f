// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.walker.ApplyTransformVisitor;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_AdjustToTimezone;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprDigest;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * A function whose failure is an error of one row, SPARQL 1.1 section 17.3, whatever it throws.
 * Several of Jena's throw what ends the query: {@code STRLANG("a", "fa_IR")}, {@code fn:round} of
 * infinity, {@code REPLACE} with half an escape.
 */
final class Guarded extends ExprFunctionN {
  /** What Jena's optimiser looks for by its class, and nothing throws in. */
  private static final Set<String> SAFE =
      Set.of(
          "=",
          "!=",
          "&&",
          "||",
          "!",
          "bound",
          "sameterm",
          "str",
          "lang",
          "datatype",
          "isiri",
          "isuri",
          "isblank",
          "isliteral",
          "in",
          "notin",
          "strstarts",
          "contains",
          "strends",
          "coalesce",
          "if");

  private static final String ROUND = "http://www.w3.org/ns/sparql#round";

  private static final Set<String> ROUNDING =
      Set.of(
          "http://www.w3.org/2005/xpath-functions#round",
          "http://www.w3.org/2005/xpath-functions#round-half-to-even",
          ROUND);

  private static final String ADJUST = ARQConstants.ARQFunctionLibraryURI + "adjust-to-timezone";

  /** What Jena keeps for each row that makes a blank node of a text. */
  private static final long LABEL = 500;

  private static final double LARGE = 1L << 52;
  private static final float LARGE_FLOAT = 1 << 23;

  private Guarded(Expr inner) {
    super("guarded", inner);
  }

  /** {@return the same pattern, with every function that may fail guarded} */
  static Op all(Op pattern, Work work) {
    return Walker.transformSkipService(pattern, new Guarding(new Guards(work)), null, null);
  }

  @Override
  protected NodeValue evalSpecial(Binding binding, FunctionEnv env) {
    Work work = env == null || env.getContext() == null ? null : Work.of(env.getContext());
    if (work == null) {
      return value(binding, env);
    }
    work.step();
    long made = 0;
    long before = work.texts().begin();
    try {
      NodeValue value = value(binding, env);
      made = Size.of(value.asNode());
      if (getArg(1) instanceof E_BNode.BNode1) { // Jena remembers row and text
        work.hold(LABEL + made + Size.of(binding));
      }
      return value;
    } finally {
      work.texts().end(before, made, binding);
    }
  }

  private NodeValue value(Binding binding, FunctionEnv env) {
    try {
      Expr inner = getArg(1);
      if (isRounding(inner)) {
        NodeValue number = inner.getFunction().getArg(1).eval(binding, env);
        if (isWithoutDigits(number, inner.getFunction().numArgs() == 1)) {
          return number;
        }
      }
      return whole(inner.eval(binding, env));
    } catch (ExprEvalException | QueryCancelledException | QueryExceptionHTTP | BusyException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new ExprEvalException(String.valueOf(e.getMessage()), e);
    }
  }

  private static boolean isRounding(Expr inner) {
    return inner instanceof E_Function call
        && ROUNDING.contains(call.getFunctionIRI())
        && !call.getArgs().isEmpty();
  }

  /**
   * Infinity and NaN round to themselves, XPath functions section 4.4.4, and so does what is too
   * large for a fraction; Jena gives a long.
   */
  private static boolean isWithoutDigits(NodeValue number, boolean isToUnits) {
    if (number.isFloat()) {
      return !(Math.abs(number.getFloat()) < (isToUnits ? LARGE_FLOAT : Float.POSITIVE_INFINITY));
    }
    return number.isDouble()
        && !(Math.abs(number.getDouble()) < (isToUnits ? LARGE : Double.POSITIVE_INFINITY));
  }

  @Override
  public NodeValue eval(List<NodeValue> args) {
    return whole(args.get(0));
  }

  /** Makes the term now: some are made late, and fail when nobody expects it. */
  private static NodeValue whole(NodeValue value) {
    Node node = Bounds.check(value).asNode();
    Bounds.check(node);
    if (!Rdf.holds(node)) {
      throw new ExprEvalException("RDF has no such triple");
    }
    return value;
  }

  @Override
  public Expr copy(ExprList args) {
    return new Guarded(args.get(0));
  }

  private static final class Guarding extends ApplyTransformVisitor {
    Guarding(Guards guards) {
      super(new TransformCopy(), guards, false, null, null);
    }

    /** Is the same as TRIPLE(), and is left alone by Jena. */
    @Override
    public void visit(ExprTripleTerm term) {
      Walker.walk(ExprLib.rewriteTriple(term.getTriple()), this, this);
    }
  }

  private static final class Guards extends ExprTransformCopy {
    private final Work work;

    Guards(Work work) {
      this.work = work;
    }

    private Expr guard(ExprFunction function, Expr copy) {
      work.step();
      String name = function.getOpName() == null ? name(function) : function.getOpName();
      return SAFE.contains(name) || function instanceof Guarded ? copy : new Guarded(copy);
    }

    private static String name(ExprFunction function) {
      return function.getFunctionSymbol().getSymbol().toLowerCase(Locale.ROOT);
    }

    @Override
    public Expr transform(ExprFunction0 function) {
      return guard(function, super.transform(function));
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr one) {
      if (function instanceof E_NumRound) { // which is done at once for a constant, past the guard
        return new Guarded(new E_Function(ROUND, new ExprList(one)));
      }
      if (function instanceof ExprDigest digest) {
        return guard(function, new Digest(digest, one));
      }
      return guard(function, super.transform(function, one));
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr one, Expr two) {
      if (function instanceof E_StrDatatype) {
        return guard(function, Timed.typed(one, two));
      }
      if (function instanceof E_Add || function instanceof E_Subtract) {
        return guard(function, Timed.sum(function, one, two));
      }
      if (TimedSearch.is(function)) {
        return guard(function, TimedSearch.of(function, one, two));
      }
      return guard(function, super.transform(function, one, two));
    }

    @Override
    public Expr transform(ExprFunction3 function, Expr one, Expr two, Expr three) {
      return guard(function, super.transform(function, one, two, three));
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList args) {
      if (function instanceof E_AdjustToTimezone) {
        return new Guarded(new E_Function(ADJUST, args)); // Jena's own cannot be copied
      }
      return guard(
          function,
          Substring.of(function, args)
              .or(() -> Timed.of(function, args))
              .orElse(super.transform(function, args)));
    }
  }
}
