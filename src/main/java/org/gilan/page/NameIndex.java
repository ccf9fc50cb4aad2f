// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * An index of names in memory, by Lucene: each name is a document. Safe for use by many threads.
 */
final class NameIndex {
  /** What scores so and less only looks like what was asked. */
  static final int NEAR = 30;

  /** A thing and how well the best of its names answers, up to 100. */
  record Match(Names.Entry entry, double score) {}

  private static final int SHORTEST_SOUND = 2;
  private static final int SHORTEST_BEGINNING = 3;
  private static final int SHORTEST_PART = 4;
  private static final int LONG = 6;

  /** No name has a longer word; to look for what is near one takes long. */
  private static final int LONGEST = 50;

  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern HYPHENS = Pattern.compile("(?<=\\p{L})\\p{Pd}(?=\\p{L})");
  private static final String WHOLE = "whole";
  private static final String WHOLE_SOUND = "whole " + NameAnalyzer.SOUND;
  private static final String WORD = "word";
  private static final String SOUND = NameAnalyzer.SOUND;
  private static final FieldType PLAIN = new FieldType();

  /** On a newer Java it tells everybody that there is a newer Lucene. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
    PLAIN.setIndexOptions(IndexOptions.DOCS);
    PLAIN.setOmitNorms(true);
    PLAIN.freeze();
  }

  private final List<Names.Entry> owners = new ArrayList<>();
  private final Analyzer asked = new NameAnalyzer(false);
  private final IndexSearcher searcher;

  /**
   * Indexes the names in the order that those of one score are to have, which Lucene keeps.
   *
   * @param things the best known first
   */
  NameIndex(List<Names.Entry> things) {
    IndexWriterConfig keepingOrder =
        new IndexWriterConfig(new NameAnalyzer(true)).setMergePolicy(NoMergePolicy.INSTANCE);
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(memory, keepingOrder)) {
      for (Name name : ordered(things)) {
        writer.addDocument(document(name.text()));
        owners.add(name.owner());
      }
      writer.commit();
      searcher = new IndexSearcher(DirectoryReader.open(memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Name(Names.Entry owner, String text, boolean isLabel) {
    /** Whether the thing is named after others: a dispute, a position in one, a work. */
    boolean isBorrowed() {
      return owner.group().compareTo(Names.Group.DISPUTES) >= 0;
    }
  }

  /** Names of their own before borrowed ones, labels before others, then as the things are. */
  private static List<Name> ordered(List<Names.Entry> things) {
    return things.stream()
        .flatMap(
            thing ->
                Stream.concat(
                    thing.labels().stream().map(name -> new Name(thing, name, true)),
                    thing.others().stream().map(name -> new Name(thing, name, false))))
        .sorted(Comparator.comparing(Name::isBorrowed).thenComparing(name -> !name.isLabel()))
        .toList();
  }

  private static Document document(String name) {
    String words = Latin.of(name);
    String whole = whole(words);
    Document document = new Document();
    document.add(new Field(WHOLE, whole, PLAIN));
    document.add(new Field(WHOLE_SOUND, spoken(whole), PLAIN));
    document.add(new Field(WORD, words, PLAIN));
    document.add(new Field(SOUND, words, PLAIN));
    return document;
  }

  /** Double Metaphone hears no digits. */
  private static String spoken(String whole) {
    return DIGIT.matcher(whole).find() ? "" : whole;
  }

  private static String whole(String words) {
    return words.replace(" ", "");
  }

  /**
   * {@return the things whose names answer to these words, the best first; where there are none,
   * those that look like them}
   */
  List<Match> find(String words) {
    String latin = Latin.of(HYPHENS.matcher(words).replaceAll(""));
    List<Match> found = best(answering(latin));
    return found.isEmpty() ? best(Stream.of(scored(NEAR, WORD, latin, NameIndex::near))) : found;
  }

  private List<Match> best(Stream<Query> ways) {
    Query query = new DisjunctionMaxQuery(ways.filter(Objects::nonNull).toList(), 0);
    Map<Node, Match> found = new LinkedHashMap<>();
    try {
      for (ScoreDoc hit : searcher.search(query, Math.max(1, owners.size())).scoreDocs) {
        Names.Entry thing = owners.get(hit.doc);
        found.putIfAbsent(thing.node(), new Match(thing, hit.score));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(found.values());
  }

  /** Each way to answer has its score, of which the best counts. */
  private Stream<Query> answering(String words) {
    String whole = whole(words);
    return Stream.of(
        scored(100, WHOLE, whole, TermQuery::new),
        scored(90, WHOLE_SOUND, spoken(whole), NameIndex::sound),
        scored(80, WORD, words, TermQuery::new),
        scored(80, WORD, whole, TermQuery::new),
        scored(70, SOUND, words, NameIndex::sound),
        scored(70, SOUND, spoken(whole), NameIndex::sound),
        scored(60, WORD, words, PrefixQuery::new),
        scored(45, SOUND, words, NameIndex::soundBeginning),
        scored(40, WORD, words, NameIndex::part));
  }

  /** All words of a text in one field; null for a text without any. */
  private Query scored(int score, String field, String text, Function<Term, Query> each) {
    Query all =
        new QueryBuilder(asked) {
          @Override
          protected Query newTermQuery(Term term, float boost) {
            return each.apply(term);
          }
        }.createBooleanQuery(field, text, Occur.MUST);
    return all == null ? null : new BoostQuery(new ConstantScoreQuery(all), score);
  }

  /** A single consonant would fit everything. */
  private static Query sound(Term term) {
    return ifLong(SHORTEST_SOUND, term, TermQuery::new);
  }

  private static Query soundBeginning(Term term) {
    return ifLong(SHORTEST_BEGINNING, term, PrefixQuery::new);
  }

  private static Query part(Term term) {
    return ifLong(
        SHORTEST_PART,
        term,
        part -> new WildcardQuery(new Term(part.field(), "*" + part.text() + "*")));
  }

  /** One letter off, two in a long word. */
  private static Query near(Term term) {
    return term.text().length() > LONGEST
        ? new MatchNoDocsQuery()
        : ifLong(
            SHORTEST_PART, term, word -> new FuzzyQuery(word, word.text().length() < LONG ? 1 : 2));
  }

  private static Query ifLong(int least, Term term, Function<Term, Query> query) {
    return term.text().length() < least ? new MatchNoDocsQuery() : query.apply(term);
  }
}
