// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportItem;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.validation.event.ConstraintEvaluatedEvent;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeFunctions;

/** Shapes that somebody sent: read, and checked on a graph, as one work. */
public final class WatchedShapes {
  /** What one result takes, its message and its path apart. */
  private static final long RESULT = 3000;

  /** What a step of the path takes, which each result has written out. */
  private static final long STEP = 600;

  private final Work work;
  private final Shapes shapes;
  private final long result;

  /** Reads what shapes are checked by, once, on nobody's time. */
  public static void prepare() {
    ShapeSyntax.prepare();
  }

  /**
   * {@return the graph that a text holds, which takes its share of the memory}
   *
   * @param text that was sent
   * @param lang its language
   * @param work for which
   * @throws IllFormedException when it is not to be read
   * @throws RuntimeException of the reader when it cannot be read
   */
  public static Graph read(String text, Lang lang, Work work) {
    boolean isXml = lang == Lang.RDFXML;
    long bytes = isXml ? 0 : Nesting.checkShapes(text);
    if (isXml && text.contains("<!DOCTYPE")) {
      throw new IllFormedException(
          "They have a DOCTYPE, whose entities are not read here: write them out.");
    }
    if (Nesting.hasLongNumber(text)) {
      throw new IllFormedException(
          "A number in them has more than "
              + QueryLimits.DIGITS
              + " digits; no longer ones are read here.");
    }
    if (lang == Lang.SHACLC) { // whose lists are read whole before they are triples
      work.hold(Size.beyondSmall(bytes));
    }
    Graph graph = HeldResult.graph(work);
    RDFParser.fromString(text, lang)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .factory(new Names())
        .parse(graph);
    return graph;
  }

  /** Counts what the names come to. */
  private static final class Names extends FactoryRDFStd {
    private long characters;

    @Override
    public Node createURI(String name) {
      characters += name.length();
      Nesting.checkNames(characters);
      return super.createURI(name);
    }
  }

  /**
   * Reads shapes.
   *
   * @param graph that holds them
   * @param work whose time it takes
   * @throws IllFormedException when they are no shapes
   */
  public WatchedShapes(Graph graph, Work work) {
    this.work = work;
    Graph watched = new WatchedGraph(graph, work);
    ShapeSyntax.check(watched);
    try {
      List<String> queries =
          Stream.of(SHACL.select, SHACL.ask)
              .flatMap(property -> watched.stream(Node.ANY, property, Node.ANY))
              .map(Triple::getObject)
              .filter(Node::isLiteral)
              .map(Node::getLiteralLexicalForm)
              .toList();
      String prefixes = queries.isEmpty() ? "" : ShLib.prefixes(watched, null) + "\n";
      long bytes = 0;
      for (String query : queries) {
        long all = bytes + Nesting.check(prefixes + query); // each has the prefixes of all
        work.hold(Size.beyondSmall(all) - Size.beyondSmall(bytes));
        bytes = all;
      }
      if (watched.stream(Node.ANY, SHACL.pattern, Node.ANY).anyMatch(WatchedShapes::isLong)) {
        throw new IllegalArgumentException(
            "An sh:pattern in them has more than "
                + QueryLimits.PATTERN
                + " characters; no longer ones are read here.");
      }
      this.shapes = Shapes.parse(watched);
    } catch (QueryException e) { // ended, or not allowed
      throw e;
    } catch (RuntimeException e) { // the parser says so in many ways
      throw illFormed(e);
    }
    Collection<Shape> all = shapes.getShapeMap().values();
    all.forEach(WatchedShapes::watch);
    int longest =
        all.stream()
            .flatMap(shape -> shape.getConstraints().stream())
            .mapToInt(constraint -> constraint.toString().length())
            .max()
            .orElse(0);
    long steps =
        all.stream()
            .filter(PropertyShape.class::isInstance)
            .mapToLong(shape -> PathCheck.steps(((PropertyShape) shape).getPath()))
            .max()
            .orElse(0);
    this.result = RESULT + 2L * longest + STEP * steps;
  }

  private static boolean isLong(Triple pattern) {
    Node text = pattern.getObject();
    return text.isLiteral() && text.getLiteralLexicalForm().length() > QueryLimits.PATTERN;
  }

  /** {@return it in the words of who says what is wrong; a failed cast has none for people} */
  private static IllFormedException illFormed(RuntimeException e) {
    boolean isSaid = e instanceof JenaException || e instanceof IllegalArgumentException;
    return new IllFormedException(
        isSaid ? String.valueOf(e.getMessage()) : "A value in them is none that its place takes.");
  }

  private static void watch(Shape shape) {
    if (shape.getConstraints() instanceof List<Constraint> constraints
        && constraints.stream().anyMatch(PatternConstraint.class::isInstance)) {
      constraints.replaceAll(
          one -> one instanceof PatternConstraint pattern ? new Timed(pattern) : one);
    }
  }

  /**
   * {@return the report on a graph}
   *
   * @param data a graph that is watched
   * @param target the only thing to be checked; all that the shapes name if it is null
   * @throws IllFormedException when the shapes cannot be applied
   */
  public Graph report(Graph data, Node target) {
    ValidationContext context = context(data);
    ValidationReport all = null;
    try {
      for (Shape shape : shapes.getTargetShapes()) {
        for (Node node : focus(shape, data, target)) {
          work.step();
          VLib.validateShape(context, data, shape, node);
          if (context.hasViolation()) {
            // Nothing looks at the time while a report is made, so each thing has its own.
            all = joined(all, context.generateReport());
            context = context(data);
          }
        }
      }
    } catch (QueryException e) { // ended, or not allowed
      throw e;
    } catch (RuntimeException e) {
      throw illFormed(e);
    }
    return (all == null ? context.generateReport() : all).getGraph();
  }

  private ValidationContext context(Graph data) {
    ValidationContext[] own = new ValidationContext[1];
    own[0] =
        ValidationContext.create(
            shapes,
            data,
            event -> {
              work.step(); // sh:and, sh:or and their like look at nothing of the graph
              boolean isOwn = event.getValidationContext() == own[0]; // inside sh:or it is not
              if (isOwn && event instanceof ConstraintEvaluatedEvent it && !it.isValid()) {
                work.hold(result);
              }
            });
    return own[0];
  }

  private ValidationReport joined(ValidationReport all, ValidationReport part) {
    if (all == null) {
      return part;
    }
    Node head = part.getResource().asNode();
    part.getGraph().stream()
        .forEach(
            triple -> {
              work.step();
              Node subject =
                  triple.subjectMatches(head) ? all.getResource().asNode() : triple.getSubject();
              all.getGraph().add(subject, triple.getPredicate(), triple.getObject());
            });
    return all;
  }

  private static Collection<Node> focus(Shape shape, Graph data, Node target) {
    if (target == null) {
      return VLib.focusNodes(data, shape);
    }
    return VLib.isFocusNode(shape, target, data) ? Set.of(target) : Set.of();
  }

  /** As {@code sh:pattern}, but for the time; Java's engine may else take for ever. */
  private static final class Timed extends PatternConstraint {
    private final Pattern pattern;

    Timed(PatternConstraint original) {
      super(original.getPattern(), original.getFlagsStr());
      this.pattern =
          Pattern.compile(original.getPattern(), RegexEngine.makeMask(original.getFlagsStr()));
    }

    @Override
    public ReportItem validate(ValidationContext context, Node value) {
      if (value.isBlank() || !(context.getDataGraph() instanceof WatchedGraph graph)) {
        return super.validate(context, value);
      }
      String text = NodeFunctions.str(value);
      return pattern.matcher(new TimedText(text, graph.work())).find()
          ? null
          : new ReportItem(this + ": Does not match: '" + text + "'", value);
    }
  }
}
