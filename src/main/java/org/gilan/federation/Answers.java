// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderFactory;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.eclipse.jetty.client.ContentResponse;

/** What endpoints answered, from the cache or by asking for many rows at once. Thread-safe. */
final class Answers {
  /**
   * What is asked for one row.
   *
   * @param service whom
   * @param pattern the text of the pattern
   * @param names the variables that the row binds in it; none when the pattern stands alone
   * @param values their values
   */
  record Question(Service service, String pattern, List<Var> names, List<Node> values) {}

  private record Group(Service service, List<Var> names) {}

  /** How much an answer without any content takes in memory. */
  private static final int BASE_WEIGHT = 200;

  private final Remote remote;
  private final Limits limits;
  private final Cache<Question, List<Binding>> cache;

  Answers(Remote remote, Limits limits) {
    this.remote = remote;
    this.limits = limits;
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(limits.cacheBytes())
            .weigher(Answers::weight)
            .expireAfterWrite(limits.cacheAge())
            .executor(Runnable::run)
            .build();
  }

  /** {@return whether this need not be asked} */
  boolean isKnown(Question question) {
    return cache.getIfPresent(question) != null;
  }

  /**
   * {@return the answer to each question; a question is missing if its endpoint failed silently}
   *
   * @param pattern the pattern of all questions
   * @param isSilent whether a failure is a warning
   */
  Map<Question, List<Binding>> ask(
      RemotePattern pattern,
      Collection<Question> questions,
      boolean isSilent,
      Calls calls,
      AtomicBoolean cancelSignal) {
    Map<Question, List<Binding>> answers = new HashMap<>(cache.getAllPresent(questions));
    Map<Group, List<Question>> open =
        questions.stream()
            .distinct()
            .filter(q -> !answers.containsKey(q))
            .collect(
                Collectors.groupingBy(
                    q -> new Group(q.service(), q.names()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    for (List<Question> group : open.values()) {
      try {
        answers.putAll(fetch(pattern, group, calls, cancelSignal));
      } catch (ServiceException e) {
        if (!isSilent || e.isRefusal()) {
          throw e;
        }
        calls.silence(group.get(0).service(), e);
      }
    }
    return answers;
  }

  private Map<Question, List<Binding>> fetch(
      RemotePattern pattern, List<Question> group, Calls calls, AtomicBoolean cancelSignal) {
    Service service = group.get(0).service();
    List<Var> names = group.get(0).names();
    calls.call(service);
    List<List<Node>> values = group.stream().map(Question::values).toList();
    ContentResponse response =
        remote.ask(service, pattern.query(names, values).serialize(), cancelSignal);
    List<Binding> rows = rows(service, response, calls);
    Map<Question, List<Binding>> answers =
        names.isEmpty()
            ? Map.of(group.get(0), rows)
            : sorted(rows, pattern.key(names, values), group);
    if (!pattern.isChanging()) {
      cache.putAll(answers);
    }
    return answers;
  }

  /** {@return the rows that belong to each question} */
  private static Map<Question, List<Binding>> sorted(
      List<Binding> rows, Var key, List<Question> group) {
    Map<Node, List<Binding>> own = new HashMap<>();
    Map<Question, List<Binding>> answers = new HashMap<>();
    for (Question question : group) {
      int at = question.names().indexOf(key);
      Node owner = at < 0 ? NodeFactoryExtra.intToNode(answers.size()) : question.values().get(at);
      own.put(owner, new ArrayList<>());
      answers.put(question, own.get(owner));
    }
    for (Binding row : rows) {
      List<Binding> list = own.get(row.get(key));
      if (list == null) {
        throw ServiceException.failed(group.get(0).service(), "it answers what was not asked.");
      }
      list.add(row);
    }
    return answers;
  }

  private static List<Binding> rows(Service service, ContentResponse response, Calls calls) {
    List<Binding> rows = new ArrayList<>();
    int left = calls.rowsLeft();
    try {
      RowSetReaderFactory json = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON);
      RowSet set =
          json.create(ResultSetLang.RS_JSON)
              .read(new ByteArrayInputStream(response.getContent()), null);
      while (set.hasNext() && rows.size() <= left) {
        rows.add(set.next());
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw ServiceException.failed(service, "its answer is not in SPARQL's JSON.");
    }
    if (rows.size() > left) {
      throw ServiceException.tooMuch(
          "SERVICE <" + service.name() + "> gives more rows than one query may receive.");
    }
    if (isCut(response, rows.size())) {
      throw ServiceException.failed(service, "it says that its answer is not whole.");
    }
    calls.received(rows.size());
    return rows;
  }

  /**
   * {@return whether Virtuoso, which DBpedia runs on, ended an answer at its limit of rows or time}
   */
  private static boolean isCut(ContentResponse response, int rows) {
    long most = StrangersHeaders.number(response.getHeaders(), "X-SPARQL-MaxRows");
    return most > 0 && rows >= most || "S1TAT".equals(response.getHeaders().get("X-SQL-State"));
  }

  private static int weight(Question question, List<Binding> rows) {
    int weight =
        BASE_WEIGHT + 2 * question.pattern().length() + question.values().toString().length();
    for (Binding row : rows) {
      weight += BASE_WEIGHT + row.toString().length();
    }
    return weight;
  }
}
