// SPDX-License-Identifier: Apache-2.0
package org.gilan.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What came of the questions of the catalogue, asked of one server.
 *
 * @param answers of each question
 */
record Mix(Map<String, Times> answers) {
  /**
   * One question.
   *
   * @param first its first answer, or how it was refused
   * @param warm the median of the later times; what was refused is not asked again
   */
  record Times(Client.Answer first, double warm) {}

  /** {@return the answers to all questions, each asked once, and then in so many rounds} */
  static Mix of(Client client, Map<String, String> questions, int rounds)
      throws InterruptedException {
    Map<String, Client.Answer> first = new TreeMap<>();
    for (Map.Entry<String, String> question : questions.entrySet()) {
      first.put(question.getKey(), client.ask(question.getValue()));
    }
    Map<String, double[]> warm = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, Client.Answer> answer : first.entrySet()) {
        if (!answer.getValue().isError()) {
          warm.computeIfAbsent(answer.getKey(), name -> new double[rounds])[round] =
              client.ask(questions.get(answer.getKey())).millis();
        }
      }
    }
    Map<String, Times> answers = new TreeMap<>();
    first.forEach(
        (name, answer) ->
            answers.put(
                name,
                new Times(
                    answer, warm.containsKey(name) ? at(warm.get(name), 0.5) : answer.millis())));
    return new Mix(answers);
  }

  long refused() {
    return answers.values().stream().filter(times -> times.first().isError()).count();
  }

  double cold(double part) {
    return at(all(times -> times.first().millis()), part);
  }

  double warm(double part) {
    return at(all(Times::warm), part);
  }

  private double[] all(ToDoubleFunction<Times> value) {
    return answers.values().stream().mapToDouble(value).toArray();
  }

  private static double at(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))];
  }
}
