// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Optional;
import java.util.regex.Pattern;
import org.gilan.vocab.Gilan;

/** Maps the graph's IRIs under {@code https://w3id.org/gilan/} to paths on this host and back. */
public final class Addresses {
  private static final Pattern SERVED =
      Pattern.compile(
          "(?:id|claim|graph|query)/[^/?#]+|document/[^/?#]+(?:/\\d+-\\d+)?|ontology(?:#.*)?");

  private Addresses() {}

  /**
   * {@return the path at which this host describes the IRI; empty when it does not}
   *
   * @param iri any IRI
   */
  public static Optional<String> path(String iri) {
    if (!iri.startsWith(Gilan.BASE)) {
      return Optional.empty();
    }
    String rest = iri.substring(Gilan.BASE.length());
    return SERVED.matcher(rest).matches() ? Optional.of("/" + rest) : Optional.empty();
  }

  /**
   * {@return the IRI that a decoded path on this host stands for}
   *
   * @param path begins with a slash
   */
  public static String iri(String path) {
    return Gilan.BASE + path.substring(1);
  }

  /** {@return the part of the IRI before its fragment} */
  static String withoutFragment(String iri) {
    int hash = iri.indexOf('#');
    return hash < 0 ? iri : iri.substring(0, hash);
  }

  /** {@return the IRI's fragment; empty when it has none} */
  static String fragment(String iri) {
    int hash = iri.indexOf('#');
    return hash < 0 ? "" : iri.substring(hash + 1);
  }
}
