// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * What a server tells Prometheus of itself: requests by route, method and status, threads,
 * connections, memory. Route, method and status have few values, whatever clients ask.
 */
final class Metrics implements RequestLog, Route, AutoCloseable {
  static final String PATH = "/metrics";

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");
  private static final Duration[] STEPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10),
    Duration.ofSeconds(60)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final GilanServer server;
  private final MultiGauge graphs;

  Metrics(Server jetty, ServerConnector connector, GilanServer server) {
    this.server = server;
    List<MeterBinder> binders =
        List.of(
            collections,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics(),
            new JettyServerThreadPoolMetrics(jetty.getThreadPool(), List.of()));
    binders.forEach(binder -> binder.bindTo(registry));
    Gauge.builder("gilan.connections", connector, c -> c.getConnectedEndPoints().size())
        .description("Connections of clients")
        .register(registry);
    Gauge.builder("gilan.snapshot.refused", server, s -> s.isOutdated() ? 1 : 0)
        .description("Whether the snapshot file is not what is served: damaged, or gone")
        .register(registry);
    graphs =
        MultiGauge.builder("gilan.graph")
            .description("The graph that is served, by its checksum")
            .register(registry);
  }

  @Override
  public void log(Request request, Response response) {
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    Timer.builder("gilan.requests")
        .description("Time from the first byte of a request to the last of its answer")
        .tag("route", route(request.getHttpURI()))
        .tag("method", method)
        .tag("status", String.valueOf(response.getStatus()))
        .serviceLevelObjectives(STEPS)
        .register(registry)
        .record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
  }

  private String route(HttpURI uri) {
    String path = uri == null ? null : uri.getDecodedPath();
    return path == null ? Routes.NOWHERE : server.current().routes().name(Aliases.of(path));
  }

  @Override
  public void answer(Exchange exchange) {
    exchange.reply().noStore();
    Tags graph = Tags.of("checksum", server.current().checksum());
    graphs.register(List.of(MultiGauge.Row.of(graph, 1)), true);
    exchange.reply().whole(200, TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
