// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.gilan.claim.Claim;
import org.gilan.document.DocumentRecord;
import org.gilan.document.Documents;
import org.gilan.document.Passage;
import org.gilan.document.SourceText;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/**
 * Passages lie inside their documents and are sealed; where the text is at hand it is the one
 * described, it is what was sealed, and no passage begins or ends within a word or with white
 * space.
 */
public final class PassageCheck {
  private static final String RULE = "passage";

  private final Assembly assembly;
  private final Documents documents;
  private final Map<String, DocumentRecord> known;
  private final Seals seals;
  private final List<Finding> findings = new ArrayList<>();
  private int checked;

  PassageCheck(Assembly assembly, Documents documents, Seals seals) {
    this.assembly = assembly;
    this.documents = documents;
    this.seals = seals;
    this.known =
        assembly.graph().documents().stream()
            .collect(Collectors.toMap(DocumentRecord::iri, Function.identity()));
  }

  List<Finding> findings() {
    checkTexts();
    assembly.sources().mentions().forEach(this::checkMention);
    Map<Passage, Position> places = places(assembly);
    places.forEach(this::check);
    seals.passages().stream()
        .filter(p -> !places.containsKey(p))
        .forEach(
            p -> add(new Position(Seals.FILE, 0), p.iri() + " is used no more; run ./gilan seal"));
    return findings;
  }

  /** {@return how many passages were held against their text, once the findings are there} */
  int checked() {
    return checked;
  }

  /**
   * {@return the passages of claims and of parts of documents, with the line that names each first}
   *
   * @param assembly the graph and where it was written
   */
  public static Map<Passage, Position> places(Assembly assembly) {
    Map<Passage, Position> places = new TreeMap<>();
    for (Claim claim : assembly.claims()) {
      Position position = assembly.positionOf(claim);
      claim.passages().forEach(p -> places.putIfAbsent(p, position));
    }
    assembly
        .sources()
        .data()
        .forEach(
            (t, position) -> {
              if (t.getSubject().isURI()) {
                Passage.parse(t.getSubject().getURI())
                    .ifPresent(p -> places.putIfAbsent(p, position));
              }
            });
    return places;
  }

  private void checkTexts() {
    for (SourceText text : documents.texts()) {
      DocumentRecord document = known.get(text.document());
      if (document != null && !document.sha256().equals(text.sha256())) {
        Position position =
            assembly
                .positionOf(NodeFactory.createURI(document.iri()), Gilan.sha256, null)
                .orElseThrow();
        add(
            position,
            String.format(
                "%s is not the file described here: its SHA-256 is %s; get the right file or"
                    + " describe this one and move the passages",
                document.fileName(), text.sha256()));
      }
    }
  }

  /** A mention lies within its document and names what is described; it needs no seal. */
  private void checkMention(Triple mention, Position position) {
    Passage p = Passage.parse(mention.getSubject().getURI()).orElseThrow();
    DocumentRecord document = known.get(p.document());
    if (document == null || p.begin() >= p.end() || p.end() > document.length()) {
      add(position, p.iri() + " lies in no document; run ./gilan extract --mentions");
    } else if (assembly.sources().about(mention.getObject()).isEmpty()) {
      add(position, mention.getObject() + " is nowhere described; run ./gilan extract --mentions");
    }
  }

  private void check(Passage passage, Position position) {
    DocumentRecord document = known.get(passage.document());
    String range = String.format("%d-%d", passage.begin(), passage.end());
    if (document == null) {
      add(position, "no document <" + passage.document() + "> is described in documents.ttl");
    } else if (passage.begin() >= passage.end()) {
      add(position, range + " is empty; the end is exclusive and must be greater");
    } else if (passage.end() > document.length()) {
      add(position, range + " lies beyond the document's " + document.length() + " characters");
    } else {
      if (seals.of(passage).isEmpty()) {
        add(position, range + " has no seal: read it with ./gilan review, then run ./gilan seal");
      }
      documents
          .text(passage.document())
          .filter(text -> text.sha256().equals(document.sha256()))
          .ifPresent(text -> compare(text, passage, range, position));
    }
  }

  private void compare(SourceText text, Passage p, String range, Position position) {
    checked++;
    if (p.end() > text.length()) {
      add(position, range + " lies beyond the text");
      return;
    }
    if (seals.of(p).filter(seal -> !seal.equals(Seals.digest(text, p))).isPresent()) {
      add(position, range + " is not the text that was sealed; read it and run ./gilan seal");
    }
    int first = text.slice(p.begin(), p.begin() + 1).codePointAt(0);
    int last = text.slice(p.end() - 1, p.end()).codePointAt(0);
    boolean cutsBefore =
        p.begin() > 0
            && letter(first)
            && letter(text.slice(p.begin() - 1, p.begin()).codePointAt(0));
    boolean cutsAfter =
        p.end() < text.length()
            && letter(last)
            && letter(text.slice(p.end(), p.end() + 1).codePointAt(0));
    if (cutsBefore || cutsAfter) {
      add(position, range + " cuts a word; move it with ./gilan cite");
    } else if (Character.isWhitespace(first) || Character.isWhitespace(last)) {
      add(position, range + " begins or ends with white space; move it with ./gilan cite");
    }
  }

  private static boolean letter(int c) {
    return Character.isLetterOrDigit(c);
  }

  private void add(Position position, String message) {
    findings.add(new Finding(position, message, RULE));
  }
}
