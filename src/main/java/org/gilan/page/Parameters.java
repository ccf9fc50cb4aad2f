// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.gilan.claim.DateWords;

/**
 * What a reader can choose in a question: the {@code VALUES} of its query, outside of any inner
 * group, that bind {@code ?person}, {@code ?body}, {@code ?place}, {@code ?document} or {@code
 * ?thing}, {@code ?day}, or {@code ?from} and {@code ?to}. What is chosen becomes the values of
 * that clause in the parsed query.
 */
final class Parameters {
  private static final List<String> THINGS =
      List.of("person", "body", "place", "document", "thing");
  private static final List<List<String>> DAYS = List.of(List.of("day"), List.of("from", "to"));

  private final Query query;
  private final List<ElementData> choices = new ArrayList<>();

  Parameters(String sparql) {
    this(QueryFactory.create(sparql));
  }

  private Parameters(Query query) {
    this.query = query;
    if (query.getQueryPattern() instanceof ElementGroup group) {
      for (Element element : group.getElements()) {
        if (element instanceof ElementData data && (isOfThings(data) || isOfDays(data))) {
          choices.add(data);
        }
      }
    }
  }

  /** {@return nothing to choose} */
  static Parameters none() {
    return new Parameters(QueryFactory.make());
  }

  private static List<String> names(ElementData data) {
    return data.getVars().stream().map(Var::getName).toList();
  }

  private static boolean isOfThings(ElementData data) {
    return data.getVars().size() == 1 && THINGS.contains(names(data).get(0));
  }

  private static boolean isOfDays(ElementData data) {
    return DAYS.contains(names(data)) && data.getRows().size() == 1;
  }

  boolean isEmpty() {
    return choices.isEmpty();
  }

  /**
   * {@return for each thing to be chosen, the names by which it can be, in the order of its names}
   *
   * @param ask answers a query: the things are those for which the question has an answer
   */
  Map<String, List<Term>> offered(LinkedWording wording, Function<String, RowSet> ask) {
    Map<String, List<Term>> offered = new LinkedHashMap<>();
    for (ElementData choice : choices) {
      if (isOfThings(choice)) {
        Var variable = choice.getVars().get(0);
        List<Term> found = new ArrayList<>();
        ask.apply(allOf(choice).toString())
            .forEachRemaining(row -> found.add(wording.term(row.get(variable))));
        found.removeIf(term -> term.href() == null);
        found.sort(Comparator.comparing(Term::text, String.CASE_INSENSITIVE_ORDER));
        offered.put(variable.getName(), found);
      }
    }
    return offered;
  }

  /** The query that finds what can be chosen: as the question, without the choice. */
  private Query allOf(ElementData choice) {
    Query all = QueryFactory.make();
    all.setQuerySelectType();
    all.setDistinct(true);
    all.addResultVar(choice.getVars().get(0));
    all.setQueryPattern(with(choice, new ElementGroup()).getQueryPattern());
    return all;
  }

  /**
   * {@return the form's fields, filled as asked}
   *
   * @param offered what {@link #offered} found
   */
  List<Field> fields(LinkedWording wording, Map<String, List<Term>> offered, Asked asked) {
    List<Field> fields = new ArrayList<>();
    for (ElementData choice : choices) {
      for (Var variable : choice.getVars()) {
        List<String> usual =
            choice.getRows().stream()
                .map(row -> row.get(variable))
                .map(node -> isOfThings(choice) ? Thing.key(wording.term(node)) : day(node))
                .toList();
        fields.add(Field.of(variable.getName(), offered.get(variable.getName()), usual, asked));
      }
    }
    return fields;
  }

  /** {@return the query as asked; empty where nothing that can be chosen is asked for} */
  Optional<Query> with(Asked asked, Map<String, List<Term>> offered) {
    Optional<Query> chosen = Optional.empty();
    Parameters left = this;
    for (int i = 0; i < choices.size(); i++) {
      ElementData choice = left.choices.get(i);
      ElementData values = chosen(choice, asked, offered);
      if (values != null) {
        Query next = left.with(choice, values);
        chosen = Optional.of(next);
        left = new Parameters(next);
      }
    }
    return chosen;
  }

  private static ElementData chosen(
      ElementData choice, Asked asked, Map<String, List<Term>> offered) {
    if (isOfDays(choice)) {
      return days(choice, asked);
    }
    Var variable = choice.getVars().get(0);
    String key = asked.one(variable.getName());
    return offered.get(variable.getName()).stream()
        .filter(term -> Thing.key(term).equals(key))
        .findFirst()
        .map(term -> NodeFactory.createURI(Addresses.iri(term.href())))
        .map(node -> data(choice.getVars(), BindingFactory.binding(variable, node)))
        .orElse(null);
  }

  private static ElementData days(ElementData choice, Asked asked) {
    Binding usual = choice.getRows().get(0);
    BindingBuilder days = BindingFactory.builder();
    boolean isChosen = false;
    for (Var variable : choice.getVars()) {
      String name = variable.getName();
      LocalDate day = name.equals("to") ? asked.last(name) : asked.first(name);
      isChosen |= day != null;
      days.add(
          variable,
          day == null
              ? usual.get(variable)
              : NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate));
    }
    return isChosen ? data(choice.getVars(), days.build()) : null;
  }

  private static ElementData data(List<Var> variables, Binding row) {
    ElementData data = new ElementData();
    variables.forEach(data::add);
    data.add(row);
    return data;
  }

  private Query with(ElementData choice, Element instead) {
    return QueryTransformOps.transform(
        query,
        new ElementTransformCopyBase() {
          @Override
          public Element transform(ElementData data) {
            return data == choice ? instead : data;
          }
        });
  }

  private static String day(Node node) {
    return node.getLiteralLexicalForm();
  }

  /**
   * A field of the form.
   *
   * @param name of the parameter
   * @param label above the field
   * @param options what can be chosen; null for a day
   * @param value the day; empty for a choice of things
   */
  record Field(String name, String label, List<Option> options, String value) {
    /** One thing that can be chosen. */
    record Option(String value, String text, boolean selected) {}

    static Field of(String name, List<Term> offered, List<String> usual, Asked asked) {
      String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      String value = asked.one(name);
      if (offered == null) {
        boolean isDay = asked.first(name) != null;
        return new Field(name, label, null, isDay ? value : usual.get(0));
      }
      List<String> keys = offered.stream().map(Thing::key).toList();
      String chosen = keys.contains(value) ? value : usual.size() == 1 ? usual.get(0) : "";
      List<Option> options = new ArrayList<>();
      if (usual.size() > 1) {
        options.add(new Option("", "as asked", chosen.isEmpty()));
      }
      offered.forEach(
          term ->
              options.add(
                  new Option(Thing.key(term), term.text(), Thing.key(term).equals(chosen))));
      return new Field(name, label, options, "");
    }

    /** {@return what is asked about, as people call it} */
    String words() {
      return isDay()
          ? DateWords.of(value).orElse(value)
          : options.stream()
              .filter(Option::selected)
              .map(Option::text)
              .findFirst()
              .orElse("as asked");
    }

    boolean isDay() {
      return options == null;
    }
  }
}
