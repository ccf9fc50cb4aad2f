// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gilan.format.ResultFormat;
import org.gilan.vocab.Gilan;

/**
 * How to cite what stands at an IRI, in words and in the formats that reference managers read.
 *
 * @param title what it is called
 * @param iri its stable address
 * @param note what else belongs to the reference, for instance the passage of a claim; may be empty
 * @param edition which graph
 */
record Reference(String title, String iri, String note, Edition edition) {
  /** As CITATION.cff has them. */
  static final String AUTHOR = "The Gilan contributors";

  /** As CITATION.cff has it. */
  static final String GRAPH = "Gilan: a knowledge graph of the Gilan republic, 1920–1921";

  /** The IRI of the graph itself, without the slash that begins the others. */
  static final String ROOT = Gilan.BASE.substring(0, Gilan.BASE.length() - 1);

  private static final JsonFactory JSON = new JsonFactory();
  private static final Map<String, String> BIBTEX =
      Map.of(
          "\\", "\\textbackslash{}",
          "~", "\\textasciitilde{}",
          "^", "\\textasciicircum{}");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\{}$&#_%~^]");

  /** {@return the reference to the graph as a whole} */
  static Reference whole(Edition edition) {
    return new Reference(GRAPH, ROOT, "", edition);
  }

  /**
   * {@return the reference to the same, as it answers to what a reader chose}
   *
   * @param chosen the query part of its address, with the question mark; empty for nothing
   */
  Reference with(String chosen) {
    return chosen.isEmpty()
        ? this
        : new Reference(
            title,
            iri + chosen,
            (note.isEmpty() ? "Asked" : note + ", asked") + " with " + chosen.substring(1),
            edition);
  }

  /** {@return whether it is the reference to the graph as a whole} */
  boolean isWhole() {
    return iri.equals(ROOT);
  }

  /** {@return the reference as a bibliography has it} */
  public String words() {
    String where =
        isWhole()
            ? AUTHOR + ". " + GRAPH
            : AUTHOR
                + ". “"
                + title.replace('“', '‘').replace('”', '’')
                + "”. "
                + (note.isEmpty() ? "" : note + ". ")
                + "In "
                + GRAPH;
    return where + ", " + edition.words() + ". " + iri;
  }

  /** {@return an entry for BibTeX and its kin} */
  public String bibTex() {
    StringJoiner entry = new StringJoiner(",\n  ", "@misc{" + key() + ",\n  ", "\n}\n");
    entry.add("author = {{" + AUTHOR + "}}");
    entry.add("title = {{" + escaped(title) + "}}");
    if (!isWhole()) {
      entry.add("howpublished = {" + escaped(GRAPH) + "}");
    }
    edition
        .date()
        .ifPresent(
            day -> {
              entry.add("year = {" + day.getYear() + "}");
              entry.add("month = {" + day.getMonthValue() + "}");
              entry.add("date = {" + day + "}");
            });
    entry.add("version = {" + escaped(version()) + "}");
    entry.add("url = {" + iri + "}");
    if (!note.isEmpty()) {
      entry.add("note = {" + escaped(note) + "}");
    }
    return entry.toString();
  }

  /** {@return a record in the RIS format} */
  public String ris() {
    StringJoiner tags = new StringJoiner("\r\n", "", "\r\n");
    tags.add("TY  - DATA");
    tags.add("ID  - " + key());
    tags.add("AU  - " + AUTHOR);
    tags.add("TI  - " + title);
    if (!isWhole()) {
      tags.add("T2  - " + GRAPH);
    }
    edition
        .date()
        .ifPresent(
            day -> {
              tags.add("PY  - " + day.getYear());
              tags.add("DA  - " + day.toString().replace('-', '/') + "/");
            });
    tags.add("ET  - " + version());
    tags.add("UR  - " + iri);
    if (!note.isEmpty()) {
      tags.add("N1  - " + note);
    }
    return tags.add("ER  - ").toString();
  }

  /** {@return a list with one item, in the JSON of the Citation Style Language} */
  public String cslJson() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringField("id", key());
      json.writeStringField("type", "dataset");
      json.writeArrayFieldStart("author");
      json.writeStartObject();
      json.writeStringField("literal", AUTHOR);
      json.writeEndObject();
      json.writeEndArray();
      json.writeStringField("title", title);
      if (!isWhole()) {
        json.writeStringField("container-title", GRAPH);
      }
      if (edition.date().isPresent()) {
        LocalDate day = edition.date().get();
        json.writeObjectFieldStart("issued");
        json.writeArrayFieldStart("date-parts");
        int[] parts = {day.getYear(), day.getMonthValue(), day.getDayOfMonth()};
        json.writeArray(parts, 0, parts.length);
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeStringField("version", version());
      json.writeStringField("URL", iri);
      if (!note.isEmpty()) {
        json.writeStringField("note", note);
      }
      json.writeEndObject();
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.append('\n').toString();
  }

  /**
   * {@return the reference in a format}
   *
   * @param format one of {@link ResultFormat#OF_REFERENCES}
   */
  String in(ResultFormat format) {
    return switch (format) {
      case BIBTEX -> bibTex();
      case RIS -> ris();
      case CSL_JSON -> cslJson();
      default -> throw new IllegalArgumentException(format.title());
    };
  }

  private String version() {
    return edition.version() + ", state " + edition.state();
  }

  private String key() {
    String path = isWhole() ? "" : iri.substring(Gilan.BASE.length()).replaceFirst("^id/", "");
    return ("gilan-" + path).replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  private static String escaped(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(BIBTEX.getOrDefault(found.group(), "\\" + found.group())));
  }
}
