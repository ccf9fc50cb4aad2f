// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A known name where it stands in the text.
 *
 * @param span where
 * @param things what bears the name here; more than one when the graph cannot tell which is meant
 */
record Mention(Span span, List<Node> things) {

  boolean isAmbiguous() {
    return things.size() > 1;
  }

  Node thing() {
    return things.get(0);
  }
}
