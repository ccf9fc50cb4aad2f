// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.util.List;
import org.gilan.federation.AllowedServices;
import org.gilan.federation.Federation;
import org.gilan.federation.Limits;
import picocli.CommandLine.Option;

/** Whom queries may ask by SERVICE. */
final class Endpoints {
  @Option(
      names = "--allow-service",
      paramLabel = "ADDRESS",
      description =
          "Endpoint that queries may name in SERVICE, besides Wikidata and DBpedia; may be repeated."
              + " ADDRESS=MIRROR asks a mirror in its place. One of this machine or its network is"
              + " followed only if it is written as an address, as in http://127.0.0.1:7878/query.")
  private List<String> allowed = List.of();

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Mail or web address that endpoints are told, so that they can complain to you.")
  private String contact = "";

  /** {@return a federation with those endpoints} */
  Federation open() throws Failure {
    AllowedServices services = AllowedServices.usual();
    try {
      for (String address : allowed) {
        services = services.with(address);
      }
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.CANNOT_RUN, "--allow-service: " + e.getMessage());
    }
    return new Federation(services, Limits.usual(), Federation.agent(Version.current(), contact));
  }
}
