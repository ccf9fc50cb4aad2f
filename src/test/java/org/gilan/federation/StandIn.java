// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.gilan.Installed;

/** Oxigraph in a process of its own, with statements shaped like Wikidata's. */
public final class StandIn implements AutoCloseable {
  /** What the endpoint holds unless it is told otherwise. */
  public static final Path DATA = Path.of("src/test/resources/federation/wikidata.ttl");

  private static final Path SOURCE = Path.of("src/test/resources/federation");
  private static final Path HOME = Path.of("target/federation").toAbsolutePath();
  private static final int MINUTES = 3;

  private final Process process;
  private final int port;

  private StandIn(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * {@return the endpoint, ready to answer}
   *
   * @throws IOException when node cannot be run
   * @throws InterruptedException when nobody waits any more
   */
  public static StandIn start() throws IOException, InterruptedException {
    return holding(DATA);
  }

  /**
   * {@return the endpoint, ready to answer}
   *
   * @param data the Turtle that it holds
   * @throws IOException when node cannot be run
   * @throws InterruptedException when nobody waits any more
   */
  public static StandIn holding(Path data) throws IOException, InterruptedException {
    install();
    Process process =
        new ProcessBuilder("node", "server.mjs", data.toAbsolutePath().toString())
            .directory(HOME.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String port = out.readLine();
    assertThat(port).as("node says on which port it listens").isNotNull();
    return new StandIn(process, Integer.parseInt(port));
  }

  private static synchronized void install() throws IOException, InterruptedException {
    Installed.require("install Node.js 20.19 or later (nodejs)", "node", "--version");
    Installed.require("apt install npm", "npm", "--version");
    Files.createDirectories(HOME);
    for (String file : new String[] {"package.json", "package-lock.json", "server.mjs"}) {
      Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (Files.exists(HOME.resolve("node_modules/oxigraph/node.js"))) {
      return;
    }
    Path log = HOME.resolve("npm.log");
    Process npm =
        new ProcessBuilder("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean isDone = npm.waitFor(MINUTES, TimeUnit.MINUTES);
    assertThat(isDone && npm.exitValue() == 0)
        .as("npm installs Oxigraph from its registry: %s", log)
        .isTrue();
  }

  /** {@return the endpoint's address} */
  public String address() {
    return "http://127.0.0.1:" + port + "/sparql";
  }

  /**
   * {@return a federation that asks this endpoint where a query names it or Wikidata}
   *
   * @param others other endpoints that queries may name
   */
  public Federation federation(StandIn... others) {
    AllowedServices allowed =
        AllowedServices.usual().with(LinkedPeople.WIKIDATA + "=" + address()).with(address());
    for (StandIn other : others) {
      allowed = allowed.with(other.address());
    }
    return new Federation(allowed, Limits.usual(), Federation.agent("test", "tests@example.org"));
  }

  /** {@return how many queries have arrived since the start} */
  public int asked() {
    try {
      return Integer.parseInt(
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(URI.create(address())).build(), BodyHandlers.ofString())
              .body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the process and waits for its end, so that nobody listens there afterwards. */
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
