// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;

/**
 * Which part of a long list is shown, and where the others are.
 *
 * @param page the page shown, from 1
 * @param pages how many there are
 * @param previous where the one before is; null on the first
 * @param next where the one after is; null on the last
 */
record Paging(int page, int pages, String previous, String next) {
  /** How many lines a page has. */
  static final int SIZE = Portrait.PAGE;

  /** {@return the page asked for, or the nearest there is} */
  static Paging of(int number, int asked, String query) {
    int pages = Math.max(1, (number + SIZE - 1) / SIZE);
    int page = Math.max(1, Math.min(asked, pages));
    return new Paging(
        page,
        pages,
        page > 1 ? query + "&page=" + (page - 1) : null,
        page < pages ? query + "&page=" + (page + 1) : null);
  }

  /** {@return the page that an address asks for; 1 when it asks for none} */
  static int asked(String parameter) {
    return parameter.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(parameter)) : 1;
  }

  /** {@return this page's part of a list} */
  <T> List<T> of(List<T> all) {
    int from = Math.min(all.size(), (page - 1) * SIZE);
    return all.subList(from, Math.min(all.size(), from + SIZE));
  }

  boolean isPaged() {
    return pages > 1;
  }

  boolean hasPrevious() {
    return previous != null;
  }

  boolean hasNext() {
    return next != null;
  }
}
