// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.gilan.check.TheGraph;
import org.gilan.page.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The site below a folder of a proxy's host, whether the proxy takes the folder off or not. */
class BehindAPrefixIT {
  @RegisterExtension
  static final InBrowser READER =
      new InBrowser(
          () -> new Site(TheGraph.assembly().graph(), TheGraph.documents()),
          Settings.at("127.0.0.1", 0).behindProxy());

  private static FolderProxy stripping;
  private static FolderProxy keeping;

  private final Browser browser = READER.browser();

  @BeforeAll
  static void start() throws Exception {
    stripping = FolderProxy.before(READER.served().uri("/"), true);
    keeping = FolderProxy.before(READER.served().uri("/"), false);
  }

  @AfterAll
  static void stop() throws Exception {
    stripping.stop();
    keeping.stop();
  }

  private static FolderProxy proxy(boolean isStripped) {
    return isStripped ? stripping : keeping;
  }

  private static HttpResponse<String> get(boolean isStripped, String path, String accept) {
    return READER.served().get(proxy(isStripped).uri(path).toString(), "Accept", accept);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pointsBelowThePrefixInHeaders(boolean isStripped) {
    HttpResponse<String> editor = get(isStripped, "/gilan/sparql", "text/html");
    assertThat(editor.statusCode()).isEqualTo(303);
    assertThat(Served.address(editor, "Location"))
        .isEqualTo(FolderProxy.FOLDER + "/ui/#/dataset/gilan/query");
    HttpResponse<String> thing = get(isStripped, "/id/rasht", "text/turtle");
    assertThat(Served.address(thing, "Content-Location"))
        .isEqualTo(FolderProxy.FOLDER + "/id/rasht.ttl");
    assertThat(Served.header(thing, "Link")).contains("<https://w3id.org/gilan/id/rasht>");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesItsAddressesInDescriptions(boolean isStripped) {
    for (String path : new String[] {"/void", "/gilan/sparql", "/reconcile"}) {
      HttpResponse<String> description = get(isStripped, path, "text/turtle");
      assertThat(description.statusCode()).as(path).isEqualTo(200);
      assertThat(description.body()).contains(proxy(isStripped).uri("/").toString());
      assertThat(description.body()).doesNotContain(READER.served().uri("/").toString());
    }
  }

  @ParameterizedTest
  @MethodSource("org.gilan.server.ReaderIT#pages")
  void leadsNowhereElse(String path) {
    HttpResponse<String> page = get(true, path, "text/html");
    assertThat(new WebPage(page.uri(), page.body()).links())
        .hasSizeGreaterThan(10)
        .filteredOn(link -> page.uri().getAuthority().equals(link.getAuthority()))
        .allMatch(link -> link.getPath().startsWith(FolderProxy.FOLDER + "/"));
    READER.open(page.uri());
    browser.await("document.readyState == 'complete'");
    assertThat(browser.visible("h1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void runsAQuestionInTheUi(boolean isStripped) {
    READER.open(proxy(isStripped).uri("/ui/query/correspondence"));
    browser.await("document.querySelectorAll('#yasr tbody tr').length > 1");
    browser.await("document.querySelector('#yasr a[href^=\"../id/\"]')");
    browser.await(
        "document.querySelector('#gilan-back')?.pathname == '%s/query/correspondence'"
            .formatted(FolderProxy.FOLDER));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void findsWhatIsTyped(boolean isStripped) {
    READER.open(proxy(isStripped).uri("/id/rasht"));
    browser.await("document.getElementById('q')");
    browser.run(
        "const q = document.getElementById('q'); q.value = 'Кучек';"
            + " q.dispatchEvent(new Event('input', {bubbles: true}))");
    browser.await(
        "document.querySelector('.offer a')?.pathname == '%s/id/kuchak-khan'"
            .formatted(FolderProxy.FOLDER));
    browser.run("document.getElementById('q').form.submit()");
    browser.await("location.pathname == '%s/find'".formatted(FolderProxy.FOLDER));
  }
}
