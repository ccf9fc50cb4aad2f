// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

/** What is kept of a store is bounded, with all that it is kept by. */
class RemoteGraphTest {
  private static final int LENGTH = 1_000_000;

  @Test
  void weighsTheTermsThatClientsSend() {
    Node address = NodeFactory.createURI("x:" + "a".repeat(LENGTH));
    Node text = NodeFactory.createLiteralString("a".repeat(LENGTH));
    assertThat(new RemoteGraph.Key(address, null, null).weight()).isGreaterThan(2 * LENGTH);
    assertThat(new RemoteGraph.Key(null, address, text).weight()).isGreaterThan(4 * LENGTH);
    assertThat(new RemoteGraph.Key(null, null, text).weight()).isGreaterThan(2 * LENGTH);
  }
}
