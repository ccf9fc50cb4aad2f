// SPDX-License-Identifier: Apache-2.0
package org.gilan.claim;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.gilan.document.Passage;
import org.gilan.vocab.Gilan;

/**
 * One document's statement of one triple.
 *
 * @param triple what is stated
 * @param document the IRI of the document that states it
 * @param stance how the document stands to it
 * @param attributedTo whose word it is when the document reports; several speak with one voice,
 *     none is named when it is empty
 * @param standing whether the graph accepts it
 * @param passages where the document states it; more than one when it does so repeatedly or when
 *     only together they carry the statement
 * @param remarks what else is said of it; often nothing
 */
public record Claim(
    Triple triple,
    String document,
    Stance stance,
    SortedSet<String> attributedTo,
    Standing standing,
    SortedSet<Passage> passages,
    SortedSet<Remark> remarks) {

  private static final int HASH_LENGTH = 16;

  /**
   * Keeps its sets as they are now, whatever becomes of those given.
   *
   * @param triple what is stated
   * @param document the IRI of the document that states it
   * @param stance how the document stands to it
   * @param attributedTo whose word it is
   * @param standing whether the graph accepts it
   * @param passages where the document states it
   * @param remarks what else is said of it
   */
  public Claim {
    attributedTo = unmodifiable(attributedTo);
    passages = unmodifiable(passages);
    remarks = unmodifiable(remarks);
  }

  private static <T extends Comparable<T>> SortedSet<T> unmodifiable(SortedSet<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }

  /**
   * {@return this claim with the passages and remarks of another piece of evidence for it}
   *
   * @param other a claim with the same key
   */
  public Claim with(Claim other) {
    SortedSet<Passage> allPassages = new TreeSet<>(passages);
    allPassages.addAll(other.passages);
    SortedSet<Remark> allRemarks = new TreeSet<>(remarks);
    allRemarks.addAll(other.remarks);
    return new Claim(triple, document, stance, attributedTo, standing, allPassages, allRemarks);
  }

  /**
   * {@return the values of a property that is said of the claim, in order; often none}
   *
   * @param property for instance {@code gilan:reason}
   */
  public List<Node> remarks(Node property) {
    return remarks.stream().filter(r -> r.property().equals(property)).map(Remark::value).toList();
  }

  /**
   * {@return the claim's IRI, minted from triple, document, stance and attribution}
   *
   * <p>Passages, standing and reasons may change without changing the IRI: a reader's better
   * evidence is no new claim.
   */
  public Node iri() {
    return NodeFactory.createURI(Gilan.CLAIM + hash(key()));
  }

  /** {@return what makes this claim the one it is: equal keys are one claim} */
  public String key() {
    return key(triple, document, stance, attributedTo);
  }

  /**
   * {@return the key of the claim with this content}
   *
   * @param triple what is stated
   * @param document the IRI of the document
   * @param stance its stance
   * @param attributedTo the IRIs of those whose word it is; often none
   */
  public static String key(
      Triple triple, String document, Stance stance, SortedSet<String> attributedTo) {
    return String.join(
        "\n",
        NodeFmtLib.strNT(triple.getSubject()),
        NodeFmtLib.strNT(triple.getPredicate()),
        object(triple.getObject()),
        document,
        stance.name(),
        attributedTo.stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(" ")));
  }

  /**
   * A note as object counts by its range within the document, as when addresses were first given.
   */
  private static String object(Node node) {
    return Optional.of(node)
        .filter(n -> n.isURI() && n.getURI().startsWith(Gilan.DOCUMENT))
        .flatMap(n -> Passage.parse(n.getURI()))
        .map(p -> "<" + p.document() + p.fragment() + ">")
        .orElseGet(() -> NodeFmtLib.strNT(node));
  }

  private static String hash(String key) {
    return DigestUtils.sha256Hex(key).substring(0, HASH_LENGTH); // of its UTF-8
  }
}
