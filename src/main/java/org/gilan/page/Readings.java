// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.jena.graph.NodeFactory;

/** The documents cut into parts, each when it is first asked for, for all threads. */
final class Readings {
  private final Site site;
  private final Supplier<Fragments> fragments;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  Readings(Site site, Supplier<Fragments> fragments) {
    this.site = site;
    this.fragments = fragments;
  }

  Reading of(String document) {
    return readings.computeIfAbsent(
        document, iri -> new Reading(site, NodeFactory.createURI(iri), fragments.get().of(iri)));
  }
}
