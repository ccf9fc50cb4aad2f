// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.miscellaneous.LimitTokenCountFilter;
import org.apache.lucene.analysis.phonetic.PhoneticFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;

/**
 * Takes a name in {@link Latin} letters apart for Lucene: its words, or the sounds of each that all
 * spellings keep, by Double Metaphone: mostly consonants, since no transliterations agree on vowels
 * and Persian writes few.
 */
final class NameAnalyzer extends Analyzer {
  /** How the names of fields of sounds end. */
  static final String SOUND = "sound";

  private static final int MOST_WORDS = 16;
  private static final int MOST_JOINED = 3;
  private static final int MOST_SOUNDS = 32;

  private final boolean joins;

  /**
   * Takes no name apart yet.
   *
   * @param joins whether neighbouring words are also one word, as of names that are indexed
   */
  NameAnalyzer(boolean joins) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.joins = joins;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer tokenizer = new WhitespaceTokenizer();
    TokenStream words =
        joins ? joined(tokenizer) : new LimitTokenCountFilter(tokenizer, MOST_WORDS);
    return new TokenStreamComponents(tokenizer, field.endsWith(SOUND) ? sounds(words) : words);
  }

  private static TokenStream joined(TokenStream words) {
    ShingleFilter joined = new ShingleFilter(words, MOST_JOINED);
    joined.setTokenSeparator("");
    return joined;
  }

  private static TokenStream sounds(TokenStream words) {
    DoubleMetaphone metaphone = new DoubleMetaphone();
    metaphone.setMaxCodeLen(MOST_SOUNDS);
    return new PhoneticFilter(new ICUTransformFilter(words, Latin.SOUNDS), metaphone, false);
  }
}
