// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import static org.assertj.core.api.Assertions.assertThat;

import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLDate;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLType;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import de.undercouch.citeproc.ris.RISConverter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.gilan.format.ResultFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what reference managers are given with citeproc-java, which shares no code with ours. */
class ReferenceTest {
  private static final String BASE = "https://w3id.org/gilan/";
  private static final Pages PAGES = new Pages(Fixture.site());
  private static final Reference REFERENCE =
      new Reference(
          "Who paid 50 % of the {tomans} & #1_2 to “میرزا”, ~ and ^?",
          BASE + "id/a-b",
          "As stated in Caucasus & Globalization, characters 1 to 2",
          new Edition("1.2.3", "cafe0123", Optional.of(LocalDate.of(2026, 11, 26))));

  @ParameterizedTest
  @EnumSource(names = {"BIBTEX", "RIS", "CSL_JSON"})
  void comesBackAsItWas(ResultFormat format) throws Exception {
    CSLItemData item = read(format, REFERENCE.in(format));
    assertThat(item.getId()).isEqualTo("gilan-a-b");
    assertThat(item.getTitle()).isEqualTo(REFERENCE.title());
    assertThat(item.getURL()).isEqualTo(REFERENCE.iri());
    assertThat(item.getNote()).isEqualTo(REFERENCE.note());
    assertThat(day(item.getIssued())).isEqualTo("2026-11-26");
    assertThat(item.getAuthor()).hasSize(1);
    assertThat(REFERENCE.in(format)).contains("1.2.3, state cafe0123", Reference.GRAPH);
    if (format == ResultFormat.CSL_JSON) {
      assertThat(item.getType()).isEqualTo(CSLType.DATASET);
      assertThat(item.getAuthor()[0].getLiteral()).isEqualTo(Reference.AUTHOR);
      assertThat(item.getContainerTitle()).isEqualTo(Reference.GRAPH);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id/anna-lodge",
        "id/dispute-beginning",
        "claim/c3",
        "document/lake-chronicle",
        "document/lake-chronicle/64-132",
        "query/leaders",
        "graph/facts",
        "ontology",
      })
  void isGivenForEveryKindOfPage(String name) throws Exception {
    for (ResultFormat format : ResultFormat.OF_REFERENCES) {
      CSLItemData item = read(format, PAGES.reference(BASE + name, format).orElseThrow());
      assertThat(item.getURL()).isEqualTo(BASE + name);
      assertThat(item.getTitle()).isNotBlank();
    }
    assertThat(PAGES.html(BASE + name).orElseThrow())
        .contains("Cite this", "state cafe0123", name + ".bib", name + ".ris", name + ".csl.json");
  }

  @Test
  void namesThePassageOfAClaimAndTheQuestionOfADispute() {
    assertThat(words("claim/c1"))
        .startsWith("The Gilan contributors. “Anna Lodge led Ferry Council”. As stated in ")
        .contains("“The Lake Chronicle”, characters 64 to 132. In Gilan: ")
        .endsWith(", state cafe0123. " + BASE + "claim/c1");
    assertThat(words("claim/c3")).contains("As told in ", "; contested. In Gilan");
    assertThat(words("id/dispute-beginning")).contains("“When did the council begin?”");
    assertThat(words("query/leaders")).contains("“Who <led> what?”. Answer to a query. In");
    assertThat(PAGES.reference(BASE + "id/nobody", ResultFormat.RIS)).isEmpty();
  }

  @Test
  void citesTheGraphAsItsCitationFileDoes() throws Exception {
    String file = Files.readString(Path.of("CITATION.cff"));
    assertThat(file)
        .contains("title: \"" + Reference.GRAPH + "\"")
        .contains("  - name: \"" + Reference.AUTHOR + "\"")
        .contains("url: \"" + Reference.ROOT + "\"");
    for (ResultFormat format : ResultFormat.OF_REFERENCES) {
      CSLItemData item = read(format, PAGES.referenceOf("", format));
      assertThat(item.getTitle()).isEqualTo(Reference.GRAPH);
      assertThat(item.getId()).isEqualTo("gilan");
    }
    assertThat(PAGES.list("/cite", name -> "").orElseThrow()).contains("cite.bib", "BibTeX");
  }

  /** The library hands on the days of BibTeX and RIS as they are written. */
  private static String day(CSLDate date) {
    if (date.getRaw() != null) {
      return date.getRaw().replace('/', '-').replaceAll("-$", "");
    }
    int[] parts = date.getDateParts()[0];
    return LocalDate.of(parts[0], parts[1], parts[2]).toString();
  }

  private static String words(String name) {
    Site site = Fixture.site();
    var graph = site.graph().dataset().getDefaultGraph();
    LinkedWording wording = new LinkedWording(graph, graph.getPrefixMapping());
    return new References(site, wording).of(NodeFactory.createURI(BASE + name)).words();
  }

  private static CSLItemData read(ResultFormat format, String text) throws Exception {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    Collection<CSLItemData> items =
        switch (format) {
          case BIBTEX -> {
            BibTeXConverter converter = new BibTeXConverter();
            yield converter.toItemData(converter.loadDatabase(in)).values();
          }
          case RIS -> {
            RISConverter converter = new RISConverter();
            yield converter.toItemData(converter.loadLibrary(in)).values();
          }
          default -> List.of(CSLItemData.fromJson(first(text)));
        };
    assertThat(items).hasSize(1);
    return items.iterator().next();
  }

  @SuppressWarnings("unchecked") // the parser knows no types
  private static Map<String, Object> first(String text) throws Exception {
    JsonParser parser = new JsonParser(new JsonLexer(new StringReader(text)));
    return (Map<String, Object>) parser.parseArray().get(0);
  }

  @Test
  void citesAViewOfTheWholeGraph() throws Exception {
    for (ResultFormat format : ResultFormat.OF_REFERENCES) {
      CSLItemData item = read(format, PAGES.referenceOf("disputes", format));
      assertThat(item.getTitle()).isEqualTo("Disputes");
      assertThat(item.getURL()).isEqualTo(BASE + "disputes");
    }
    assertThat(PAGES.list("/disputes", name -> "").orElseThrow()).contains("cite?of=disputes");
    assertThat(PAGES.list("/cite", name -> "disputes").orElseThrow())
        .contains("“Disputes”", "cite.bib?of=disputes", BASE + "disputes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "start | The Soviet republic of Gilan, 1920–21, and on whose word we know it | ",
        "programs | For other programs | programs",
        "find?q=Lenin | Search of names | find?q=Lenin",
        "timeline?show=events&who=lenin | Timeline | timeline?show=events&who=lenin",
        "id/anna-lodge?list=course | Anna Lodge | id/anna-lodge?list=course",
        "document/lake-chronicle?part=1 | Lake Chronicle | document/lake-chronicle?part=1",
      })
  void citesAPageAsItWasAskedFor(String of, String title, String address) throws Exception {
    for (ResultFormat format : ResultFormat.OF_REFERENCES) {
      CSLItemData item = read(format, PAGES.referenceOf(of, format));
      assertThat(item.getTitle()).isEqualTo(title);
      assertThat(item.getURL()).isEqualTo(BASE + (address == null ? "" : address));
    }
    assertThat(PAGES.list("/cite", name -> of).orElseThrow())
        .contains(
            "“" + title + "”", "cite.bib?of=" + URLEncoder.encode(of, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nowhere", "id/nobody", "start\"><script>", "timeline?a b"})
  void citesTheGraphWhereThereIsNoSuchPage(String of) {
    assertThat(PAGES.list("/cite", name -> of).orElseThrow())
        .contains("How to cite the graph</h1>")
        .doesNotContain("cite.bib?of");
  }

  @Test
  void leadsFromEachPageToItsOwnReference() {
    assertThat(PAGES.home()).contains("cite?of=start\"");
    assertThat(PlainPages.programs("http://h")).contains("cite?of=programs\"");
    assertThat(PAGES.list("/find", name -> name.equals("q") ? "Anna" : "").orElseThrow())
        .contains("cite?of=find%3Fq%3DAnna\"");
    assertThat(PAGES.html(BASE + "id/anna-lodge", name -> name.equals("list") ? "course" : ""))
        .hasValueSatisfying(
            page -> assertThat(page).contains("cite?of=id%2Fanna-lodge%3Flist%3Dcourse\""));
  }
}
