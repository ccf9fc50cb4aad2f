// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.gilan.claim.Claim;
import org.gilan.document.Passage;
import org.gilan.graph.Assembly;
import org.gilan.vocab.Gilan;

/** The notes of a document as people read them: what each cites, and what it says of it. */
final class CuratedNotes {
  private static final Node CITES = Gilan.term("cites");
  private static final Map<String, Field> FIELDS =
      Map.of(
          "sender", Field.SENDER,
          "issuedBy", Field.SENDER,
          "signedBy", Field.SENDER,
          "recipient", Field.RECIPIENT,
          "copyTo", Field.COPY,
          "dated", Field.DATE,
          "published", Field.DATE,
          "keptIn", Field.PLACE,
          "sheets", Field.SHEETS);

  /**
   * A note.
   *
   * @param passage where it stands
   * @param number its number
   * @param cited what people know of each thing that it cites
   */
  record CuratedNote(Passage passage, String number, List<Cited> cited) {}

  /**
   * A thing cited in a note.
   *
   * @param here what the note itself says of it, by the passages of the claims
   * @param anywhere what any passage of any document says of it
   */
  record Cited(Values here, Values anywhere) {
    /** What stands against a reading of something that nobody curated. */
    static final Cited NOTHING = new Cited(new Values(), new Values());
  }

  private final Assembly assembly;
  private final Holdings holdings;
  private final Map<Node, List<Claim>> claims = new HashMap<>();
  private final Map<Passage, CuratedNote> notes = new TreeMap<>();

  private CuratedNotes(Assembly assembly, Holdings holdings) {
    this.assembly = assembly;
    this.holdings = holdings;
    for (Claim claim : assembly.claims()) {
      claims.computeIfAbsent(claim.triple().getSubject(), k -> new ArrayList<>()).add(claim);
    }
  }

  /** {@return the notes of a document, in order} */
  static List<CuratedNote> of(Assembly assembly, Holdings holdings, String document) {
    CuratedNotes curated = new CuratedNotes(assembly, holdings);
    Set<Triple> data = assembly.sources().data().keySet();
    for (Triple t : data) {
      if (t.getPredicate().equals(Gilan.number) && holdings.isA(t.getSubject(), "Note")) {
        String number = t.getObject().getLiteralLexicalForm();
        Passage.parse(t.getSubject().getURI())
            .filter(p -> p.document().equals(document))
            .ifPresent(p -> curated.notes.put(p, new CuratedNote(p, number, new ArrayList<>())));
      }
    }
    for (Triple t : data) {
      if (t.getPredicate().equals(Gilan.citedIn) && t.getObject().isURI()) {
        Passage.parse(t.getObject().getURI())
            .map(curated.notes::get)
            .ifPresent(note -> note.cited().add(curated.cited(t.getSubject(), note.passage())));
      }
    }
    return List.copyOf(curated.notes.values());
  }

  private Cited cited(Node thing, Passage note) {
    Cited cited = new Cited(new Values(), new Values());
    boolean described =
        holdings.isA(thing, "Work")
            || claims.getOrDefault(thing, List.of()).stream()
                .filter(c -> !c.triple().getPredicate().equals(Gilan.citedIn))
                .anyMatch(c -> c.passages().stream().anyMatch(note::overlaps));
    assembly.sources().about(thing).stream()
        .filter(t -> t.getPredicate().equals(RDF.type.asNode()))
        .forEach(t -> add(cited, Field.KIND, t.getObject().getLocalName(), described));
    for (Claim claim : claims.getOrDefault(thing, List.of())) {
      read(claim, claim.passages().stream().anyMatch(note::overlaps), cited);
    }
    citations(thing, note).forEach(claim -> read(claim, true, cited));
    return cited;
  }

  private void read(Claim claim, boolean here, Cited cited) {
    Field field = FIELDS.get(claim.triple().getPredicate().getLocalName());
    if (field != null) {
      add(cited, field, value(field, claim.triple().getObject()), here);
    }
  }

  /** What is said of the citations of a thing that a note has of its own. */
  private Stream<Claim> citations(Node thing, Passage note) {
    Node address = NodeFactory.createURI(note.iri());
    return claims.values().stream()
        .flatMap(List::stream)
        .filter(c -> c.triple().getPredicate().equals(CITES))
        .filter(c -> c.triple().getObject().equals(thing))
        .map(c -> c.triple().getSubject())
        .filter(
            citation ->
                assembly.sources().about(citation).stream()
                    .anyMatch(
                        t ->
                            t.getPredicate().equals(Gilan.citingNote)
                                && t.getObject().equals(address)))
        .flatMap(citation -> claims.get(citation).stream());
  }

  private static void add(Cited cited, Field field, String value, boolean here) {
    cited.anywhere().add(field, value);
    if (here) {
      cited.here().add(field, value);
    }
  }

  private String value(Field field, Node object) {
    if (field == Field.PLACE) {
      return holdings.key(object);
    }
    return object.isLiteral() ? object.getLiteralLexicalForm() : object.getURI();
  }
}
