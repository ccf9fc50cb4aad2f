// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.List;
import java.util.Optional;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_MD5;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.vocabulary.XSD;

/** Puts functions that end in time in the place of ARQ's that may not. */
final class Timed {
  private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
  private static final String SPARQL = "http://www.w3.org/ns/sparql#";

  private static final String ARQ = ARQConstants.ARQFunctionLibraryURI;

  private Timed() {}

  /** {@return what takes the place of the function that makes a value of a text} */
  static Expr typed(Expr text, Expr type) {
    return new E_StrDatatype(new Short(new ExprList(List.of(text, type))), type);
  }

  /** {@return what takes the place of a sum or a difference} */
  static Expr sum(ExprFunction2 function, Expr one, Expr two) {
    return new Moved(function, one, two);
  }

  /** {@return what takes the function's place; nothing if it ends by itself} */
  static Optional<Expr> of(ExprFunctionN function, ExprList args) {
    if (function instanceof E_Regex) {
      return Optional.of(TimedPattern.regex(args));
    }
    if (function instanceof E_StrReplace) {
      return Optional.of(TimedPattern.replace(args));
    }
    if (function instanceof E_StrConcat) {
      return Optional.of(new Joined(function, "", args));
    }
    return function instanceof E_Function call
        ? named(call.getFunctionIRI(), args)
        : Optional.empty();
  }

  private static Optional<Expr> named(String name, ExprList args) {
    return switch (name) {
      case XPATH + "matches", SPARQL + "regex" -> Optional.of(TimedPattern.regex(args));
      case XPATH + "replace", SPARQL + "replace" -> Optional.of(TimedPattern.replace(args));
      case XPATH + "concat", SPARQL + "concat", ARQ + "strjoin" ->
          Optional.of(new Joined(new E_Function(name, args), name, args));
      case SPARQL + "md5" -> // Jena's knows no such digest
          args.size() == 1
              ? Optional.of(new Digest(new E_MD5(args.get(0)), args.get(0)))
              : Optional.empty();
      case XPATH + "contains",
          XPATH + "substring-before",
          XPATH + "substring-after",
          SPARQL + "contains",
          SPARQL + "strbefore",
          SPARQL + "strafter" ->
          args.size() == 2
              ? Optional.of(TimedSearch.named(name, args.get(0), args.get(1)))
              : Optional.empty();
      case XPATH + "round", XPATH + "round-half-to-even" -> rounding(name, args);
      case SPARQL + "strdt" ->
          args.size() == 2 ? Optional.of(typed(args.get(0), args.get(1))) : Optional.empty();
      default ->
          args.size() == 1 && isReadFromText(name)
              ? Optional.of(new E_Function(name, new ExprList(new Short(args))))
              : Optional.empty();
    };
  }

  /** {@return whether a type is one of XSD's that are more than the text} */
  private static boolean isReadFromText(String type) {
    return type.startsWith(XSD.NS) && !type.equals(XSD.xstring.getURI());
  }

  private static Optional<Expr> rounding(String name, ExprList args) {
    return args.size() < 2
        ? Optional.empty()
        : Optional.of(
            new E_Function(
                name, new ExprList(List.of(args.get(0), new Digits(new ExprList(args.get(1)))))));
  }

  /**
   * A text of which a number or a time may be made: for reading one, Java takes the square of its
   * length. A second argument is the type.
   */
  private static final class Short extends ExprFunctionN {
    Short(ExprList args) {
      super("short", args);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      NodeValue text = args.get(0);
      if (text.isString()
          && text.getString().length() > QueryLimits.DIGITS
          && (args.size() == 1 || isReadFromText(args.get(1).asString()))) {
        throw new ExprEvalException("the text is too long for a number");
      }
      return text;
    }

    @Override
    public Expr copy(ExprList args) {
      return new Short(args);
    }
  }

  /** Texts put together, if the whole is not too long: with many arguments it fills any memory. */
  private static final class Joined extends ExprFunctionN {
    private final ExprFunctionN original;
    private final String name;

    Joined(ExprFunctionN original, String name, ExprList args) {
      super("joined", args);
      this.original = original;
      this.name = name;
    }

    @Override
    public NodeValue eval(List<NodeValue> args, FunctionEnv env) {
      if (name.isEmpty()) {
        return eval(args);
      }
      checkLength(args);
      ExprList values = new ExprList();
      args.forEach(values::add);
      return original.copy(values).eval(BindingFactory.empty(), env);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      if (!name.isEmpty()) {
        throw new ExprEvalException("later");
      }
      checkLength(args);
      return original.eval(args);
    }

    private void checkLength(List<NodeValue> args) {
      long length = 0;
      for (NodeValue arg : args) {
        length += arg.asString().length();
      }
      if (name.equals(ARQ + "strjoin") && !args.isEmpty()) {
        length += (args.size() - 2L) * args.get(0).asString().length();
      }
      Bounds.text(length);
    }

    @Override
    public Expr copy(ExprList args) {
      return new Joined(original, name, args);
    }
  }

  /** A sum or difference; for a time with a duration Java goes through the days month by month. */
  private static final class Moved extends ExprFunction2 {
    private final ExprFunction2 original;

    Moved(ExprFunction2 original, Expr one, Expr two) {
      super(one, two, "moved", original.getOpName());
      this.original = original;
    }

    @Override
    public NodeValue eval(NodeValue one, NodeValue two) {
      checkDays(one, two);
      return original.eval(one, two);
    }

    @Override
    public Expr copy(Expr one, Expr two) {
      return new Moved(original, one, two);
    }
  }

  private static void checkDays(NodeValue time, NodeValue span) {
    if (time.hasDateTime()
        && span.isDuration()
        && Math.abs(days(span.getDuration())) > QueryLimits.DAYS) {
      throw new ExprEvalException("a time is moved by at most " + QueryLimits.DAYS + " days");
    }
  }

  /** {@return how many days a duration has beside its months, at least} */
  private static double days(Duration span) {
    return number(span, DatatypeConstants.DAYS)
        + number(span, DatatypeConstants.HOURS) / 24
        + number(span, DatatypeConstants.MINUTES) / (24 * 60)
        + number(span, DatatypeConstants.SECONDS) / (24 * 60 * 60);
  }

  private static double number(Duration span, DatatypeConstants.Field field) {
    Number number = span.getField(field);
    return number == null ? 0 : number.doubleValue();
  }

  /** The number of digits to round to: a million takes minutes. */
  private static final class Digits extends ExprFunctionN {
    private static final int MOST = 1000;

    Digits(ExprList args) {
      super("digits", args);
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
      NodeValue digits = args.get(0);
      if (digits.isInteger()
          && digits.getInteger().bitLength() < Integer.SIZE
          && Math.abs(digits.getInteger().longValue()) <= MOST) {
        return digits;
      }
      throw new ExprEvalException("round to at most " + MOST + " digits");
    }

    @Override
    public Expr copy(ExprList args) {
      return new Digits(args);
    }
  }
}
