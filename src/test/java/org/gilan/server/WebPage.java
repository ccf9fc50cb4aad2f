// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;

/** A page of ours as a browser reads it: where it leads, and what is wrong with it. */
final class WebPage {
  private static final int FIRST_ERRORS = 5;

  private final URI address;
  private final Document page;
  private final ParseErrorList errors;
  private final Set<String> ids = new HashSet<>();

  WebPage(URI address, String html) {
    this.address = address;
    Parser parser = Parser.htmlParser().setTrackErrors(FIRST_ERRORS);
    this.page = parser.parseInput(html, address.toString());
    this.errors = parser.getErrors();
  }

  /** {@return the fragments by which parts of the page can be linked to} */
  Set<String> ids() {
    return page.select("[id]").stream()
        .map(Element::id)
        .collect(java.util.stream.Collectors.toSet());
  }

  /** {@return where its links, forms, styles, scripts and pictures lead} */
  List<URI> links() {
    return Stream.of("href", "src", "action")
        .flatMap(name -> page.select("[" + name + "]").stream().map(e -> e.absUrl(name)))
        .map(URI::create)
        .toList();
  }

  /** Links of one name, seen and heard, that lead to different places; there is no exception. */
  private Stream<String> ambiguous() {
    Map<String, Set<String>> targets = new TreeMap<>();
    for (Element link : page.select("a[href]")) {
      String name = link.hasAttr("aria-label") ? link.attr("aria-label") : link.text();
      targets.computeIfAbsent(name.strip(), n -> new TreeSet<>()).add(link.absUrl("href"));
    }
    return targets.entrySet().stream()
        .filter(link -> link.getValue().size() > 1)
        .map(link -> "“" + link.getKey() + "” leads to " + link.getValue());
  }

  /** {@return what is wrong, in words; nothing for a good page} */
  List<String> faults() {
    return Stream.of(
            errors.stream().map(error -> "not well-formed: " + error),
            Stream.of(page.title())
                .filter(title -> title.isBlank() || title.startsWith("·"))
                .map(title -> "no title"),
            Stream.of(page.select("h1").size())
                .filter(number -> number != 1)
                .map(number -> number + " first headings"),
            page.select("h1, h2, h3, h4, caption, summary, th, dt").stream()
                .filter(heading -> !heading.hasText())
                .map(heading -> "empty: " + heading),
            page.select("[id]").stream()
                .map(Element::id)
                .filter(id -> !ids.add(id))
                .map(id -> "two of the id " + id),
            page.select("a[href^=#]").stream()
                .filter(link -> page.getElementById(link.attr("href").substring(1)) == null)
                .map(link -> "leads nowhere: " + link),
            ambiguous())
        .flatMap(found -> found)
        .map(fault -> address + " " + fault)
        .toList();
  }
}
