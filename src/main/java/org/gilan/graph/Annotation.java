// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.claim.Claim;
import org.gilan.claim.Remark;
import org.gilan.claim.Stance;
import org.gilan.claim.Standing;
import org.gilan.document.Passage;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.vocab.Gilan;

/** What one annotation block says of its triple, gathered piece by piece. */
final class Annotation {
  static final String RULE = "claim";

  private static final Set<Node> THINGS = Set.of(Gilan.opposes, Gilan.restsOn, Gilan.takes);
  private static final Set<Node> WORDS = Set.of(Gilan.outsideReason, Gilan.reason, Gilan.restored);

  /** What an annotation block may say; a passage that is a reifier says none of it. */
  static final Set<Node> TERMS =
      Stream.of(
              Set.of(Gilan.attributedTo, Gilan.stance, Gilan.standing, Rdf12.DERIVED_FROM),
              THINGS,
              WORDS)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final Position position;
  private final List<Finding> findings;
  private final SortedSet<Passage> passages = new TreeSet<>();
  private final SortedSet<Remark> remarks = new TreeSet<>();
  private final SortedSet<String> attributedTo = new TreeSet<>();
  private Stance stance = Stance.ASSERTS;
  private Standing standing;

  Annotation(Position position, Standing standing, List<Finding> findings) {
    this.position = position;
    this.standing = standing;
    this.findings = findings;
  }

  /** Takes in one triple of the block. */
  void read(Triple t) {
    Node p = t.getPredicate();
    Node o = t.getObject();
    if (p.equals(Rdf12.DERIVED_FROM)) {
      passage(o);
    } else if (p.equals(Gilan.stance)) {
      stance = choose(Stance.values(), Stance::node, o, stance);
    } else if (p.equals(Gilan.standing)) {
      standing = choose(Standing.values(), Standing::node, o, standing);
    } else if (p.equals(Gilan.attributedTo) && o.isURI()) {
      attributedTo.add(o.getURI());
    } else if (o.isURI() ? THINGS.contains(p) : o.isLiteral() && WORDS.contains(p)) {
      remarks.add(new Remark(p, o));
    } else {
      add("a claim cannot have <" + p + "> with this value; see «Evidence» in gilan.ttl");
    }
  }

  /** {@return whether a node is a passage} */
  static boolean isPassage(Node node) {
    return node.isURI() && Passage.parse(node.getURI()).isPresent();
  }

  /** Takes in a passage that states the triple. */
  void passage(Node node) {
    Optional<Passage> passage = node.isURI() ? Passage.parse(node.getURI()) : Optional.empty();
    passage.ifPresentOrElse(
        passages::add,
        () ->
            add(
                "<"
                    + node
                    + "> is no passage; write it as begin-end after the prefix of its document"));
  }

  private <E> E choose(E[] values, Function<E, Node> node, Node wanted, E otherwise) {
    return Stream.of(values)
        .filter(v -> node.apply(v).equals(wanted))
        .findFirst()
        .orElseGet(
            () -> {
              add("<" + wanted + "> is none of the values that gilan.ttl defines");
              return otherwise;
            });
  }

  /** {@return the claim about the triple, or nothing when the block carries no evidence} */
  Optional<Claim> claim(Triple triple) {
    if (passages.isEmpty()) {
      add("the claim has no passage; write ~ passage behind the triple");
      return Optional.empty();
    }
    String document = passages.first().document();
    if (!document.equals(passages.last().document())) {
      add("the passages lie in two documents; annotate once for each document");
      return Optional.empty();
    }
    return Optional.of(
        new Claim(triple, document, stance, attributedTo, standing, passages, remarks));
  }

  private void add(String message) {
    findings.add(new Finding(position, message, RULE));
  }
}
