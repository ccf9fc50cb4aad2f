// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Symbol;

/** Finds things by their names, in any spelling; queries ask it by {@code text:query}. */
@FunctionalInterface
public interface NameSearch {
  /** The computed property that asks, by the name that Jena's text search has. */
  String PROPERTY = "http://jena.apache.org/text#query";

  /** Where the context of a dataset has it. */
  Symbol KEY = Symbol.create("https://w3id.org/gilan/search");

  /**
   * A thing found.
   *
   * @param thing the thing
   * @param score how well its name answers
   */
  record Hit(Node thing, int score) {}

  /**
   * {@return the things whose names answer, the best first}
   *
   * @param words as a reader types them
   * @param waiting is run often while the names are read; what it throws ends the search
   */
  List<Hit> find(String words, Runnable waiting);

  /**
   * Lets queries on a dataset search.
   *
   * @param dataset what is asked
   * @param search of its names
   */
  static void attach(DatasetGraph dataset, NameSearch search) {
    dataset.getContext().set(KEY, search);
  }
}
