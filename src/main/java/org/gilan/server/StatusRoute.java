// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** What the Fuseki UI asks of a server: which datasets there are, and how often they were asked. */
final class StatusRoute implements Route {
  private static final String DATASET = "/gilan";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  private record Service(String type, String description, List<String> endpoints) {}

  private static final List<Service> SERVICES =
      List.of(
          new Service("query", "SPARQL Query", List.of("sparql", "query", "")),
          new Service("gsp-r", "Graph Store Protocol (Read)", List.of("data", "get", "")),
          new Service("shacl", "SHACL Validation", List.of("shacl")));

  /** How often an endpoint was asked, and how often it answered. */
  private static final class Counter {
    private final LongAdder good = new LongAdder();
    private final LongAdder bad = new LongAdder();

    JsonObject json() {
      JsonObject json = new JsonObject();
      json.put("Requests", good.sum() + bad.sum());
      json.put("RequestsGood", good.sum());
      json.put("RequestsBad", bad.sum());
      return json;
    }
  }

  private final Instant start = Instant.now();
  private final String version;
  private final Map<String, Counter> counters = new LinkedHashMap<>();
  private final Counter all = new Counter();

  StatusRoute(String version) {
    this.version = version;
    SERVICES.forEach(
        service -> service.endpoints().forEach(name -> counters.put(name, new Counter())));
  }

  /** {@return the same route, counted as an endpoint of the dataset} */
  Route counted(Route route) {
    return exchange -> {
      String path = exchange.path();
      Counter counter =
          counters.get(path.equals(DATASET) ? "" : path.substring(path.lastIndexOf('/') + 1));
      try {
        route.answer(exchange);
        counter.good.increment();
        all.good.increment();
      } catch (Throwable e) {
        counter.bad.increment();
        all.bad.increment();
        throw e;
      }
    };
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.reply().noStore();
    switch (exchange.path()) {
      case "/$/ping" -> send(exchange, TEXT, Instant.now() + "\n");
      case "/$/server" -> send(exchange, JSON, server() + "\n");
      case "/$/stats", "/$/stats/gilan" -> send(exchange, JSON, stats() + "\n");
      default ->
          throw new Problem(
              404,
              "There is nothing at " + exchange.path(),
              "This server has no administration; /$/server, /$/ping and /$/stats are all there"
                  + " is.");
    }
  }

  private static void send(Exchange exchange, String type, String text) {
    exchange.reply().whole(200, type, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private JsonObject server() {
    JsonArray services = new JsonArray();
    for (Service service : SERVICES) {
      JsonObject json = new JsonObject();
      json.put("srv.type", service.type());
      json.put("srv.description", service.description());
      JsonArray endpoints = new JsonArray();
      service.endpoints().forEach(endpoints::add);
      json.put("srv.endpoints", endpoints);
      services.add(json);
    }
    JsonObject dataset = new JsonObject();
    dataset.put("ds.name", DATASET);
    dataset.put("ds.state", true);
    dataset.put("ds.services", services);
    JsonArray datasets = new JsonArray();
    datasets.add(dataset);
    JsonObject server = new JsonObject();
    server.put("version", version);
    server.put("startDateTime", start.toString());
    server.put("uptime", Duration.between(start, Instant.now()).toSeconds());
    server.put("datasets", datasets);
    return server;
  }

  private JsonObject stats() {
    JsonObject endpoints = new JsonObject();
    for (Service service : SERVICES) {
      for (String name : service.endpoints()) {
        JsonObject json = counters.get(name).json();
        json.put("operation", service.type());
        json.put("description", service.description());
        endpoints.put(name.isEmpty() ? "_" + service.type() : name, json);
      }
    }
    JsonObject dataset = all.json();
    dataset.put("endpoints", endpoints);
    JsonObject datasets = new JsonObject();
    datasets.put(DATASET, dataset);
    JsonObject stats = new JsonObject();
    stats.put("datasets", datasets);
    return stats;
  }
}
