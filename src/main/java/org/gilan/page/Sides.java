// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.vocab.Gilan;

/**
 * A dispute as it stands at a fact: the answers that are given, and whose word each is.
 *
 * @param href the dispute's page
 * @param question the question
 * @param answers the preferred one first
 * @param because why one is preferred; empty when none is
 * @param brief whether it is told in short, without a link to each claim
 */
record Sides(
    String href, String question, List<Answer> answers, List<String> because, boolean brief) {

  private static final int MARKUP = 450;
  private static final int MARKUP_OF_BRIEF = 40;
  private static final int MARKUP_OF_CLAIM = 150;

  /**
   * One answer.
   *
   * @param answer the answer in words
   * @param preferred whether the graph prefers it
   * @param support how many independent sources say it, in words
   * @param words what is said for it
   * @param against what is said against it
   */
  record Answer(
      String answer, boolean preferred, String support, List<Word> words, List<Word> against) {
    boolean hasAgainst() {
      return !against.isEmpty();
    }

    private static Answer of(DisputeView.Side side) {
      return new Answer(
          side.answer(),
          side.preferred(),
          side.support(),
          Word.of(side.claims()),
          Word.of(side.against()));
    }
  }

  /**
   * What the same people say at one time, as often as they say it.
   *
   * @param speakers whose word it is
   * @param when the date of the utterance; empty for one without a date, and for a source's own
   * @param remarks how it stands in the graph, where it is not plainly accepted
   * @param reasons why it stands so
   * @param evidence where it is said
   */
  record Word(
      List<Term> speakers,
      String when,
      List<String> remarks,
      List<String> reasons,
      List<Evidence> evidence) {

    private static List<Word> of(List<DisputeView.Voice> voices) {
      Map<Word, List<Evidence>> found = new LinkedHashMap<>();
      for (DisputeView.Voice voice : voices) {
        Evidence evidence = voice.evidence();
        Word word =
            new Word(
                voice.speakers(), voice.when(), evidence.remarks(), evidence.reasons(), List.of());
        found.computeIfAbsent(word, w -> new ArrayList<>()).add(evidence);
      }
      return found.entrySet().stream().map(e -> e.getKey().with(e.getValue())).toList();
    }

    /** {@return where it is said, each source once} */
    List<String> sources() {
      return evidence.stream().map(Evidence::source).distinct().toList();
    }

    private Word with(List<Evidence> found) {
      return new Word(speakers, when, remarks, reasons, found);
    }
  }

  boolean isReasoned() {
    return !because.isEmpty();
  }

  /** {@return whether the graph follows one of the answers} */
  boolean isDecided() {
    return answers.stream().anyMatch(Answer::preferred);
  }

  private static Sides of(DisputeView dispute, boolean brief) {
    return new Sides(
        dispute.href(),
        dispute.question(),
        dispute.positions().stream().map(Answer::of).toList(),
        dispute.because(),
        brief);
  }

  /** {@return about how many characters of HTML it takes, but for its quotations} */
  private int room() {
    int claims =
        answers.stream()
            .flatMap(answer -> Stream.of(answer.words(), answer.against()))
            .flatMap(List::stream)
            .mapToInt(word -> 1 + word.evidence().size())
            .sum();
    return MARKUP + (brief ? MARKUP_OF_BRIEF : MARKUP_OF_CLAIM) * claims;
  }

  private Sides inShort() {
    return new Sides(href, question, answers, because, true);
  }

  /**
   * Reads what one page shows. Where a dispute stands for the second time, or the page is full, it
   * is told in short.
   */
  static final class Reader {
    private final Graph graph;
    private final DisputeView.Reader disputes;
    private final Evidences evidences;
    private final Map<Node, Sides> shown = new HashMap<>();

    Reader(Site site, LinkedWording wording, Evidences evidences) {
      this.graph = site.graph().dataset().getDefaultGraph();
      this.evidences = evidences;
      this.disputes = new DisputeView.Reader(site, wording, evidences);
    }

    /** {@return the disputes in which things or claims are, by their questions} */
    List<Sides> of(Stream<Node> disputed) {
      return disputed
          .flatMap(node -> graph.stream(node, Gilan.inDispute, Node.ANY).map(Triple::getObject))
          .distinct()
          .sorted(Comparator.comparing(Node::getURI))
          .map(this::read)
          .sorted(Comparator.comparing(Sides::question))
          .toList();
    }

    private Sides read(Node dispute) {
      Sides found = shown.get(dispute);
      if (found == null) {
        found = Sides.of(disputes.beside(dispute), !evidences.hasRoom());
        shown.put(dispute, found.inShort());
      }
      evidences.takeRoom(found.room());
      return found;
    }
  }
}
