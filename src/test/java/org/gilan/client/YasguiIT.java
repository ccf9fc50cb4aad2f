// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gilan.server.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YASGUI on a page of another site, which is the one of docs/clients.md, in a real browser. */
class YasguiIT {
  private static final String CDN = "https://unpkg.com/@zazuko/yasgui@4.6.2/";
  private static final String FOLDER = "node_modules/@zazuko/yasgui/";

  @TempDir static Path profile;
  private static Endpoint endpoint;
  private static Snippet page;
  private static HttpServer site;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start(profile);
    endpoint = Endpoint.start();
    page =
        Snippet.asking(endpoint).stream()
            .filter(s -> s.language().equals("html"))
            .findFirst()
            .orElseThrow();
    assertThat(page.code()).contains(CDN, endpoint.address());
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", exchange -> send(exchange, "text/html", page()));
    site.createContext("/build/", YasguiIT::sendPartOfYasgui);
    site.start();
    browser.open(URI.create("http://127.0.0.1:" + site.getAddress().getPort() + "/"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (site != null) {
      site.stop(0);
    }
    if (endpoint != null) {
      endpoint.close();
    }
  }

  @Test
  void asksFromAnotherSiteAndShowsEveryScript() {
    press();
    browser.await("document.querySelectorAll('.yasr tbody tr').length == 3");
    String shown = browser.text("document.querySelector('.yasr tbody').innerText");
    assertThat(shown).contains(page.output());
  }

  @Test
  void showsWhyAQueryIsRefused() {
    browser.run("yasgui.getTab().setQuery('SELECT * { } nonsense')");
    press();
    browser.await(
        "document.querySelector('.yasr .errorResult')?.innerText.includes('rror at line 1')");
  }

  private static void press() {
    browser.run("document.querySelector('.yasqe_queryButton').click()");
  }

  private static byte[] page() {
    return page.code().replace(CDN, "/").getBytes(StandardCharsets.UTF_8);
  }

  private static void sendPartOfYasgui(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = NodeClients.folder().resolve(FOLDER + path.substring(1));
    send(
        exchange, path.endsWith(".css") ? "text/css" : "text/javascript", Files.readAllBytes(file));
  }

  private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
