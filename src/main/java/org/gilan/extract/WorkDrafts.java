// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Drafts the printed works that notes cite, each once, with every note that cites it. */
final class WorkDrafts {
  private final Reading reading;
  private final Holdings holdings;
  private final NoteDrafts notes;
  private final Map<String, Block> works = new LinkedHashMap<>();

  WorkDrafts(Extraction extraction, NoteDrafts notes) {
    this.reading = extraction.reading();
    this.holdings = extraction.holdings();
    this.notes = notes;
    extraction.citations().stream().filter(Citation::isWork).forEach(this::add);
  }

  /** {@return the works in the order in which they are first cited} */
  Collection<Block> blocks() {
    return works.values();
  }

  private void add(Citation citation) {
    Publication work = citation.work();
    Publication first = work.first();
    if (first.title() == null) {
      unidentified(citation, first);
      return;
    }
    String name =
        holdings
            .work(first.title().value())
            .map(w -> LocalNames.local(w.getURI()))
            .orElseGet(() -> LocalNames.ofWork(first));
    cite(works.computeIfAbsent(name, n -> begin(n, first)), citation);
  }

  private Block begin(String name, Publication work) {
    Block block = new Block("id:" + name);
    if (holdings.has(name)) {
      block.withhold("known already; add what is new to its block");
    }
    block.says("a gilan:Work").says("rdfs:label " + Block.text(work.title().value()) + "@en");
    author(block, work);
    claim(block, "gilan:title", Block.text(work.title().value()), work.title());
    if (work.place() != null) {
      claim(
          block, "gilan:publicationPlace", Block.text(work.place().value()) + "@en", work.place());
    }
    if (work.year() != null) {
      String year = Block.text(work.year().value()) + "^^edtf:EDTF";
      claim(block, "gilan:published", year, work.year());
    }
    return block;
  }

  private void author(Block block, Publication work) {
    if (work.author() == null) {
      return;
    }
    List<Mention> known = holdings.names().in(reading, work.author().span());
    boolean sure = known.size() == 1 && !known.get(0).isAmbiguous();
    String author = sure ? Block.id(known.get(0).thing().getURI()) : "id:unknown";
    block.claims("gilan:author", author, reading.passage(work.author().span()), sure);
  }

  private void cite(Block block, Citation citation) {
    block.claims(
        "gilan:citedIn", notes.iri(citation.note()), reading.passage(citation.span()), true);
    Part pages = citation.work().pages();
    if (pages != null) {
      claim(block, "gilan:pages", Block.text(pages.value()), pages);
    }
  }

  private void claim(Block block, String property, String object, Part part) {
    block.claims(property, object, reading.passage(part.span()), part.sure());
  }

  private void unidentified(Citation citation, Publication work) {
    String name = LocalNames.of("work-cited-in-note", citation.note().number());
    Block block = new Block("id:" + name).says("a gilan:Work");
    author(block, work);
    cite(block, citation);
    works.put(name, block.withhold("which work is meant stands in no note that was read"));
  }
}
