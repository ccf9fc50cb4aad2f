// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The endpoints that queries may name. An address is allowed as a whole: scheme, host, port, path
 * and query must all be the same. Immutable.
 */
public final class AllowedServices {
  private final SortedMap<String, Service> services;

  private AllowedServices(SortedMap<String, Service> services) {
    this.services = services;
  }

  /** {@return nobody} */
  public static AllowedServices none() {
    return new AllowedServices(new TreeMap<>());
  }

  /** {@return Wikidata and DBpedia} */
  public static AllowedServices usual() {
    return none().with("https://query.wikidata.org/sparql").with("https://dbpedia.org/sparql");
  }

  /**
   * {@return these endpoints and one more}
   *
   * @param words the endpoint's address; or {@code ADDRESS=MIRROR}, where queries name the first
   *     and the second is asked
   * @throws IllegalArgumentException when an address is not a plain one of http or https
   */
  public AllowedServices with(String words) {
    int mirror = words.indexOf("=http");
    String name = checked(mirror < 0 ? words : words.substring(0, mirror));
    String address = checked(mirror < 0 ? words : words.substring(mirror + 1));
    SortedMap<String, Service> more = new TreeMap<>(services);
    more.put(name, new Service(name, URI.create(address)));
    return new AllowedServices(more);
  }

  /** {@return the endpoint of that name; empty when it is not allowed} */
  Optional<Service> find(String iri) {
    return normal(iri).map(services::get);
  }

  /** {@return whether one of them is private} */
  boolean hasPrivate() {
    return services.values().stream().anyMatch(Service::isPrivate);
  }

  /** {@return the addresses that queries may name} */
  SortedSet<String> names() {
    return new TreeSet<>(services.keySet());
  }

  private static String checked(String address) {
    return normal(address)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    address
                        + " is no address of an endpoint; write it like"
                        + " https://example.org/sparql"));
  }

  /** {@return the one spelling of an address; empty if it has a user, a fragment or no host} */
  private static Optional<String> normal(String iri) {
    try {
      URI uri = new URI(iri);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean isHttp = scheme.equals("http") || scheme.equals("https");
      if (!isHttp
          || uri.getHost() == null
          || uri.getRawUserInfo() != null
          || uri.getRawFragment() != null) {
        return Optional.empty();
      }
      int usualPort = scheme.equals("http") ? 80 : 443;
      boolean isUsual = uri.getPort() < 0 || uri.getPort() == usualPort;
      return Optional.of(
          scheme
              + "://"
              + uri.getHost().toLowerCase(Locale.ROOT)
              + (isUsual ? "" : ":" + uri.getPort())
              + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
              + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
