// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.assertj.core.api.Assertions;
import org.gilan.Installed;

/** A headless Chromium, driven by the W3C WebDriver protocol: just enough for our pages. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final List<String> FLAGS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1280,1000");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Process driver, String address, Path profile) {
    this.driver = driver;
    this.session = address + "/session/" + open(address, profile);
  }

  /**
   * {@return the browser; on a machine without one the test is skipped}
   *
   * @param profile an empty folder for what it keeps
   * @throws IOException if there is no port for its driver, or that cannot be started
   */
  public static Browser start(Path profile) throws IOException {
    Installed.require("apt install chromium chromium-driver", "chromedriver", "--version");
    int port = freePort();
    Process driver =
        new ProcessBuilder("chromedriver", "--port=" + port, "--silent")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      return new Browser(driver, "http://127.0.0.1:" + port, profile);
    } catch (RuntimeException e) {
      driver.destroy();
      throw e;
    }
  }

  /**
   * Leads to a page.
   *
   * @param page its address
   */
  public void open(URI page) {
    post("/url", Map.of("url", page.toString()));
  }

  /** Makes the window as wide and high as a screen. */
  void size(int width, int height) {
    String rect = "{\"width\": %d, \"height\": %d}".formatted(width, height);
    send("POST", session + "/window/rect", rect);
  }

  /** Loads the page again. */
  void reload() {
    send("POST", session + "/refresh", "{}");
  }

  /** Lets pages think that the reader prefers dark colours, or light ones. */
  void dark(boolean isDark) {
    String feature = "{\"name\": \"prefers-color-scheme\", \"value\": \"%s\"}";
    String media = "{\"features\": [%s]}".formatted(feature.formatted(isDark ? "dark" : "light"));
    String command = "{\"cmd\": \"Emulation.setEmulatedMedia\", \"params\": %s}";
    send("POST", session + "/goog/cdp/execute", command.formatted(media));
  }

  /** Shows pages as on paper, or as on a screen. */
  void paper(boolean isPaper) {
    String command = "{\"cmd\": \"Emulation.setEmulatedMedia\", \"params\": {\"media\": \"%s\"}}";
    send("POST", session + "/goog/cdp/execute", command.formatted(isPaper ? "print" : ""));
  }

  /**
   * Runs statements on the page.
   *
   * @param script in JavaScript
   */
  public void run(String script) {
    JsonObject body = new JsonObject();
    body.put("script", script);
    body.put("args", new org.apache.jena.atlas.json.JsonArray());
    send("POST", session + "/execute/sync", body.toString());
  }

  /** Follows the first link or opens the first summary with these words, as a reader would. */
  void click(String words) {
    String found =
        "[...document.querySelectorAll('main a, main summary')].find(e => e.checkVisibility() &&"
            + " e.textContent.includes(%s))"
                .formatted(new org.apache.jena.atlas.json.JsonString(words));
    await(found);
    evaluate(found + ".click()");
  }

  /** {@return the value of a JavaScript expression on the page} */
  JsonValue evaluate(String expression) {
    JsonObject body = new JsonObject();
    body.put("script", "return " + expression);
    body.put("args", new org.apache.jena.atlas.json.JsonArray());
    return send("POST", session + "/execute/sync", body.toString());
  }

  /**
   * Waits until a JavaScript expression is true.
   *
   * @param expression anything; what JavaScript takes for true is true
   */
  public void await(String expression) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!evaluate("Boolean(" + expression + ")").getAsBoolean().value()) {
      if (System.nanoTime() > end) {
        Assertions.fail("never true: " + expression + "\n" + text("document.body.innerText"));
      }
      pause();
    }
  }

  /**
   * {@return the value of a JavaScript expression as text}
   *
   * @param expression anything
   */
  public String text(String expression) {
    return evaluate("String(" + expression + ")").getAsString().value();
  }

  /** {@return the texts of all elements that a reader can see} */
  List<String> visible(String selector) {
    String script =
        "[...document.querySelectorAll('%s')].filter(e => e.checkVisibility()).map(e =>"
            + " e.innerText)";
    return evaluate(script.formatted(selector)).getAsArray().stream()
        .map(value -> value.getAsString().value().strip())
        .toList();
  }

  /** {@return what the console complained about since the last call} */
  List<String> complaints() {
    List<String> found = new ArrayList<>();
    for (JsonValue entry : log("browser")) {
      String level = entry.getAsObject().getString("level");
      if (Set.of("SEVERE", "WARNING").contains(level.toUpperCase(Locale.ROOT))) {
        found.add(entry.getAsObject().getString("message"));
      }
    }
    return found;
  }

  /** {@return the hosts that were asked for anything since the last call} */
  Set<String> hosts() {
    Set<String> hosts = new TreeSet<>();
    for (JsonValue entry : log("performance")) {
      JsonObject event = JSON.parse(entry.getAsObject().getString("message")).getObj("message");
      if (event.getString("method").equals("Network.requestWillBeSent")) {
        String url = event.getObj("params").getObj("request").getString("url");
        if (url.matches("(https?|wss?):.*")) {
          hosts.add(URI.create(url.replaceFirst("[?#].*", "")).getAuthority());
        }
      }
    }
    return hosts;
  }

  /** Saves what the page looks like, for people. */
  void picture(Path file) throws IOException {
    String image = send("GET", session + "/screenshot", null).getAsString().value();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(image));
  }

  @Override
  public void close() {
    try {
      send("DELETE", session, null);
    } finally {
      driver.destroy();
      try {
        driver.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private String open(String address, Path profile) {
    awaitDriver(address);
    List<String> flags = new ArrayList<>(FLAGS);
    flags.add("--user-data-dir=" + profile);
    String arguments = String.join("\",\"", flags);
    String capabilities =
        """
        {"capabilities": {"alwaysMatch": {
          "timeouts": {"script": 180000},
          "goog:chromeOptions": {"args": ["%s"]},
          "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}}\
        """
            .formatted(arguments);
    return send("POST", address + "/session", capabilities).getAsObject().getString("sessionId");
  }

  private void awaitDriver(String address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        send("GET", address + "/status", null);
        return;
      } catch (IllegalStateException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause();
      }
    }
  }

  private Iterable<JsonValue> log(String type) {
    return send("POST", session + "/se/log", "{\"type\": \"" + type + "\"}").getAsArray();
  }

  private void post(String path, Map<String, String> values) {
    JsonObject body = new JsonObject();
    values.forEach(body::put);
    send("POST", session + path, body.toString());
  }

  private JsonValue send(String method, String url, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofMinutes(2))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      JsonObject answer = JSON.parse(client.send(request, BodyHandlers.ofString()).body());
      JsonValue value = answer.get("value");
      if (value.isObject() && value.getAsObject().hasKey("error")) {
        throw new AssertionError(value.getAsObject().getString("message"));
      }
      return value;
    } catch (IOException e) {
      throw new IllegalStateException("chromedriver does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
