// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gilan.document.Passage;

/** Drafts the records that notes cite, each once, and the files and fonds they lie in. */
final class RecordDrafts {
  private static final Set<String> NEEDS_SENDER = Set.of("Letter", "Telegram", "DiplomaticNote");
  private static final Set<String> ISSUED =
      Set.of("Protocol", "Manifesto", "Decree", "Certificate");

  private final Reading reading;
  private final Holdings holdings;
  private final NoteDrafts notes;
  private final Map<String, Block> places = new LinkedHashMap<>();
  private final Map<String, Block> records = new LinkedHashMap<>();

  RecordDrafts(Extraction extraction, NoteDrafts notes) {
    this.reading = extraction.reading();
    this.holdings = extraction.holdings();
    this.notes = notes;
    extraction.citations().stream().filter(c -> !c.isWork()).forEach(this::add);
  }

  /** {@return new fonds and files, then the records} */
  List<Collection<Block>> blocks() {
    return List.of(places.values(), records.values());
  }

  private void add(Citation citation) {
    String name =
        holdings
            .record(citation)
            .map(r -> LocalNames.local(r.getURI()))
            .orElseGet(() -> name(citation));
    boolean fresh = !records.containsKey(name);
    Block block = records.computeIfAbsent(name, n -> new Block("id:" + n));
    fill(block, citation);
    if (holdings.has(name)) {
      block.withhold("known already; add what is new to its block");
    } else if (fresh) {
      begin(block, citation);
    }
  }

  private void begin(Block block, Citation citation) {
    boolean sender = block.hasSure("gilan:sender") || block.hasSure("gilan:issuedBy");
    boolean typed = citation.kind().sure() && (sender || !needsSender(citation));
    block.says("a gilan:" + (typed ? citation.kind().value() : "Record"));
    if (!typed && !citation.kind().value().equals("Record")) {
      block.doubts("a gilan:" + citation.kind().value());
    }
    block.says("rdfs:label " + Block.text(label(citation)) + "@en");
    if (!sender && !block.hasSure("gilan:keptIn")) {
      block.withhold("nothing tells for sure where this record comes from");
    }
  }

  private static boolean needsSender(Citation citation) {
    return NEEDS_SENDER.contains(citation.kind().value());
  }

  private void fill(Block block, Citation c) {
    block.claims("gilan:citedIn", notes.iri(c.note()), reading.passage(c.span()), true);
    if (c.date() != null) {
      Dated date = new Dated(c.date().span(), c.date().value(), !c.date().sure());
      claim(block, "gilan:dated", date.literal(), c.date());
    }
    boolean issued = ISSUED.contains(c.kind().value());
    for (Part p : c.parties().senders()) {
      claim(block, issued ? "gilan:issuedBy" : "gilan:sender", Block.id(p.value()), p);
    }
    c.parties().recipients().forEach(p -> claim(block, "gilan:recipient", Block.id(p.value()), p));
    c.parties().copies().forEach(p -> claim(block, "gilan:copyTo", Block.id(p.value()), p));
    c.parties().unread().forEach(p -> claim(block, "gilan:" + p.value(), "id:unknown", p));
    if (c.place() != null) {
      place(block, c.place());
    }
  }

  private void claim(Block block, String property, String object, Part part) {
    block.claims(property, object, reading.passage(part.span()), part.sure());
  }

  private void place(Block block, Shelfmark place) {
    Passage where = reading.passage(place.span());
    String archive = place.archive() == null ? null : LocalNames.local(place.archive().value());
    String file =
        holdings
            .file(place)
            .map(node -> LocalNames.local(node.getURI()))
            .orElseGet(() -> file(place, archive == null ? "unknown" : archive, where));
    block.claims("gilan:keptIn", "id:" + file, where, place.isSure());
    if (place.sheets() != null) {
      claim(block, "gilan:sheets", Block.text(place.sheets().value()), place.sheets());
    }
  }

  private String file(Shelfmark place, String archive, Passage where) {
    String fond =
        holdings
            .fond(place)
            .map(node -> LocalNames.local(node.getURI()))
            .orElseGet(() -> fond(place, archive, where));
    String inventory = place.inventory() == null ? null : place.inventory().value();
    String number = place.file().value();
    String name = LocalNames.of(fond, inventory, number);
    Block block = new Block("id:" + name).says("a gilan:ArchivalFile");
    String label =
        fondLabel(place, archive) + (inventory == null ? "" : ", inventory " + inventory);
    block.says("rdfs:label " + Block.text(label + ", file " + number) + "@en");
    block.claims("gilan:fileNumber", Block.text(number), where, true);
    block.claims("gilan:inFond", "id:" + fond, where, true);
    if (inventory != null) {
      block.claims("gilan:inventory", Block.text(inventory), where, true);
    }
    keep(name, block, place);
    return name;
  }

  private String fond(Shelfmark place, String archive, Passage where) {
    String number = place.fond() == null ? null : place.fond().value();
    String name = LocalNames.of(archive, number == null ? "papers" : number);
    Block block = new Block("id:" + name).says("a gilan:Fond");
    block.says("rdfs:label " + Block.text(fondLabel(place, archive)) + "@en");
    if (number != null) {
      block.claims("gilan:fondNumber", Block.text(number), where, true);
    }
    block.claims("gilan:inArchive", "id:" + archive, where, true);
    keep(name, block, place);
    return name;
  }

  private void keep(String name, Block block, Shelfmark place) {
    places.putIfAbsent(
        name, place.isSure() ? block : block.withhold("damaged, or of an unknown archive"));
  }

  private String fondLabel(Shelfmark place, String archive) {
    String name = place.archive() == null ? archive : holdings.label(place.archive());
    return name + (place.fond() == null ? ", no fond named" : ", fond " + place.fond().value());
  }

  private String name(Citation c) {
    List<Part> senders = c.parties().senders();
    List<Part> recipients = c.parties().recipients();
    if (c.date() == null || senders.isEmpty() && c.place() == null) {
      return LocalNames.of("record", placeName(c), "note-" + c.note().number());
    }
    return LocalNames.of(
        c.kind().value(),
        senders.isEmpty() ? placeName(c) : LocalNames.local(senders.get(0).value()),
        recipients.isEmpty() ? null : LocalNames.local(recipients.get(0).value()),
        c.date().value());
  }

  private static String placeName(Citation c) {
    Shelfmark p = c.place();
    if (p == null) {
      return null;
    }
    String archive = p.archive() == null ? null : LocalNames.local(p.archive().value());
    String fond = p.fond() == null ? null : p.fond().value();
    String inventory = p.inventory() == null ? null : p.inventory().value();
    String sheets = p.sheets() == null ? null : "sheet-" + p.sheets().value();
    return LocalNames.of(archive, fond, inventory, p.file().value(), sheets);
  }

  private String label(Citation c) {
    StringBuilder label =
        new StringBuilder(c.kind().value().equals("DiplomaticNote") ? "Note" : c.kind().value());
    c.parties().senders().stream()
        .limit(1)
        .forEach(p -> label.append(", ").append(holdings.label(p)));
    c.parties().recipients().stream()
        .limit(1)
        .forEach(p -> label.append(" to ").append(holdings.label(p)));
    return label.append(c.date() == null ? ", undated" : ", " + c.date().value()).toString();
  }
}
