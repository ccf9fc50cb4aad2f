// SPDX-License-Identifier: Apache-2.0
package org.gilan.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Addresses and terms of {@code https://w3id.org/gilan/}. Classes are written with a capital,
 * properties and individuals without, as in the ontology.
 */
public final class Gilan {
  /** What every IRI of ours begins with. */
  public static final String BASE = "https://w3id.org/gilan/";

  /** The namespace of ontology terms, prefix {@code gilan:}. */
  public static final String NS = BASE + "ontology#";

  /** The namespace of things, prefix {@code id:}. */
  public static final String ID = BASE + "id/";

  /** The namespace of source documents; a passage adds {@code /begin-end}. */
  public static final String DOCUMENT = BASE + "document/";

  /** The namespace of claims; the local part is a hash of the content. */
  public static final String CLAIM = BASE + "claim/";

  /** The namespace of the questions of the catalogue. */
  public static final String QUERY = BASE + "query/";

  /** The namespace of named graphs. */
  public static final String GRAPH = BASE + "graph/";

  /** Classes that the build itself makes or looks for. */
  public static final Node Claim = term("Claim");

  /** A stretch of a document's text. */
  public static final Node Passage = term("Passage");

  /** A source text. */
  public static final Node Document = term("Document");

  /** A titled part of a document. */
  public static final Node Section = term("Section");

  /** A numbered footnote of a document. */
  public static final Node Note = term("Note");

  /** Relates a claim to its {@link org.gilan.claim.Standing}. */
  public static final Node standing = term("standing");

  /** Relates a claim to its {@link org.gilan.claim.Stance}. */
  public static final Node stance = term("stance");

  /** Relates a reported claim to the one whose word it is. */
  public static final Node attributedTo = term("attributedTo");

  /** Gives why a claim has its standing. */
  public static final Node reason = term("reason");

  /** Relates a claim to the dispute it takes a side in. */
  public static final Node inDispute = term("inDispute");

  /** Gives why a claim has its standing, from knowledge that is in none of the documents. */
  public static final Node outsideReason = term("outsideReason");

  /** Relates a claim to the position that it supports. */
  public static final Node takes = term("takes");

  /** Relates a claim to a position that it speaks against. */
  public static final Node opposes = term("opposes");

  /** Relates a position to its dispute. */
  public static final Node positionIn = term("positionIn");

  /** Relates a claim in a dispute to whose word it is. */
  public static final Node wordOf = term("wordOf");

  /** A question that sources answer differently. */
  public static final Node Dispute = term("Dispute");

  /** An answer to the question of a dispute. */
  public static final Node Position = term("Position");

  /** Relates a dispute to what its question is about. */
  public static final Node about = term("about");

  /** Gives the question of a dispute. */
  public static final Node question = term("question");

  /**
   * Gives the question that contradicting values of a property answer, with {s} for the subject.
   */
  public static final Node asks = term("asks");

  /** Relates a dispute to the position that the graph prefers. */
  public static final Node prefers = term("prefers");

  /** Gives why the graph prefers a position. */
  public static final Node preferredBecause = term("preferredBecause");

  /** Relates an utterance to who made it. */
  public static final Node speaker = term("speaker");

  /** Gives the words of a thing's label as a spelling that a document uses. */
  public static final Node spelling = term("spelling");

  /** Gives the day by which a thing had begun. */
  public static final Node begunBy = term("begunBy");

  /** Gives a day on which a thing had not yet ended. */
  public static final Node enduredTo = term("enduredTo");

  /** Relates a thing to what its bounds in time were taken from. */
  public static final Node boundsFrom = term("boundsFrom");

  /** Says from what the build makes a property that nobody writes. */
  public static final Node derived = term("derived");

  /** Gives a reading restored from damaged text. */
  public static final Node restored = term("restored");

  /** Relates a claim to the record or work that its document cites for it. */
  public static final Node restsOn = term("restsOn");

  /** Relates a passage, part or claim to its document. */
  public static final Node inDocument = term("inDocument");

  /** Relates a passage to its section or note. */
  public static final Node inPart = term("inPart");

  /** Relates a note to the passage that bears its mark. */
  public static final Node annotates = term("annotates");

  /** Relates a record or work to a note that cites it. */
  public static final Node citedIn = term("citedIn");

  /** Relates a citation to the note that it stands in. */
  public static final Node citingNote = term("citingNote");

  /** Relates a claim to what the note set to its sentence gives for a record or work. */
  public static final Node citation = term("citation");

  /** Gives the first day that dates allow, as {@code xsd:date}. */
  public static final Node earliest = term("earliest");

  /** Gives the last day that dates allow, as {@code xsd:date}. */
  public static final Node latest = term("latest");

  /** Says why a sentence states no fact. */
  public static final Node omitted = term("omitted");

  /** Gives the SHA-256 of a document's file. */
  public static final Node sha256 = term("sha256");

  /** Gives the RFC 5147 character range of a passage within its document. */
  public static final Node fragment = term("fragment");

  /** Gives the length of a document in code points. */
  public static final Node length = term("length");

  /** Gives the number of a section, note or article. */
  public static final Node number = term("number");

  /** Gives the pattern by which a property is read aloud. */
  public static final Node phrase = term("phrase");

  /** Marks a property that has but one true value. */
  public static final Node singleValued = term("singleValued");

  /** Marks a property that needs no claim. */
  public static final Node editorial = term("editorial");

  /** Marks a class whose things are such as Wikidata describes. */
  public static final Node soughtInWikidata = term("soughtInWikidata");

  private Gilan() {}

  /**
   * {@return the node of an ontology term}
   *
   * @param name the local name, for instance {@code signedOn}
   */
  public static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }

  /**
   * {@return the node of a named graph}
   *
   * @param name the local name, for instance {@code claims}
   */
  public static Node graph(String name) {
    return NodeFactory.createURI(GRAPH + name);
  }
}
