// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import org.apache.jena.sparql.core.DatasetGraph;
import org.gilan.graph.Once;
import org.gilan.query.NameSearch;

/** The search that pages have, for queries. */
public final class Search {
  private Search() {}

  /**
   * {@return the search of a site's names, which are read by the first query that asks for them}
   *
   * @param site whose names
   */
  public static NameSearch of(Site site) {
    return of(site.graph().dataset(), Names.once(site));
  }

  static NameSearch of(DatasetGraph dataset, Once<Names> names) {
    return (words, waiting) -> {
      Names known = names.get(waiting);
      return dataset.calculateRead(
          () ->
              known.match(words).stream()
                  .filter(match -> match.score() > NameIndex.NEAR)
                  .map(match -> new NameSearch.Hit(match.entry().node(), (int) match.score()))
                  .toList());
    };
  }
}
