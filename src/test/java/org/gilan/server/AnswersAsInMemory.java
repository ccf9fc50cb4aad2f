// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.util.stream.Stream;
import org.gilan.check.TheGraph;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must be the same wherever the graph is kept: every question's rows, a page of each kind. */
interface AnswersAsInMemory {
  /** {@return the server under test and one from memory} */
  Twins twins();

  @TestFactory
  default Stream<DynamicTest> answersAlike() {
    return TheGraph.questions().stream()
        .map(q -> DynamicTest.dynamicTest(q.name(), () -> twins().answerAlike(q)));
  }

  @TestFactory
  default Stream<DynamicTest> showsTheSamePages() {
    return Twins.pages()
        .map(path -> DynamicTest.dynamicTest(path, () -> twins().showTheSame(path)));
  }
}
