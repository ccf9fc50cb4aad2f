// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.io.IO;
import org.gilan.page.Site;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * A site that is served for the tests of a class, in the one browser of all of them. After each
 * test the browser must have asked no other host and complained of nothing: no error of a script,
 * nothing that could not be loaded.
 */
final class InBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";

  /** Leaves a page, which might go on asking. */
  private static final URI NOTHING = URI.create("about:blank");

  private final Supplier<Site> site;
  private final Settings settings;
  private Served served;
  private Browser browser;
  private final Set<String> asked = new HashSet<>();

  InBrowser(Supplier<Site> site) {
    this(site, Settings.at("127.0.0.1", 0));
  }

  InBrowser(Supplier<Site> site, Settings settings) {
    this.site = site;
    this.settings = settings;
  }

  Browser browser() {
    return browser;
  }

  Served served() {
    return served;
  }

  void open(String path) {
    open(served.uri(path));
  }

  void open(URI page) {
    browser.open(page);
    asked.add(page.getAuthority());
  }

  /** Saves what the page looks like. */
  void picture(String name) throws IOException {
    browser.picture(Path.of("target/pictures/" + name.replaceAll("\\W+", "-") + ".png"));
  }

  /** {@return what axe finds on the page that keeps people from reading it, as JSON} */
  String violations() throws IOException {
    try (InputStream in = InBrowser.class.getResourceAsStream(AXE)) {
      browser.run(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return browser
        .evaluate(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                + " 'best-practice']}).then(r => JSON.stringify(r.violations.map(v => v.id + ' '"
                + " + v.nodes.slice(0, 2).map(n => n.target + ' ' + n.failureSummary))))")
        .getAsString()
        .value();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    browser =
        context
            .getRoot()
            .getStore(Namespace.create(InBrowser.class))
            .getOrComputeIfAbsent(Kept.class, key -> new Kept(), Kept.class)
            .browser;
    served = Served.site(site.get(), settings);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    browser.size(1280, 1000);
    browser.open(NOTHING);
    assertThat(browser.hosts()).isSubsetOf(asked);
    asked.clear();
    assertThat(browser.complaints()).as("but for axe's own").allMatch(c -> c.contains("Canvas2D"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (served != null) {
      served.close();
    }
  }

  /** Started by the first test that needs it, closed after the last. */
  private static final class Kept implements AutoCloseable {
    private final Path profile;
    private final Browser browser;

    Kept() {
      try {
        profile = Files.createTempDirectory("gilan-browser");
        browser = Browser.start(profile);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      browser.close();
      IO.deleteAll(profile);
    }
  }
}
