// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFFormat;

/**
 * Every format in which anything is answered; the one table that negotiation, the service
 * description, VoID, the pages' links and {@code ./gilan query --format} go by.
 */
public enum ResultFormat {
  /** SPARQL 1.1 Query Results JSON. */
  JSON(
      "JSON",
      "json",
      types("application/sparql-results+json", "application/json"),
      shortNames(),
      "SPARQL_Results_JSON"),
  /** SPARQL Query Results XML. */
  XML(
      "XML",
      "xml",
      types("application/sparql-results+xml", "application/xml"),
      shortNames("sparql", "srx"),
      "SPARQL_Results_XML"),
  /** SPARQL 1.1 Query Results CSV. */
  CSV("CSV", "csv", types("text/csv"), shortNames(), "SPARQL_Results_CSV"),
  /** SPARQL 1.1 Query Results TSV. */
  TSV("TSV", "tsv", types("text/tab-separated-values"), shortNames(), "SPARQL_Results_TSV"),
  /** Rows in Jena's binary format. */
  ROW_THRIFT("Thrift", "thrift", types("application/sparql-results+thrift"), shortNames(), ""),
  /** Columns for people. */
  TABLE("table", "txt", types("text/plain"), shortNames("table", "text"), ""),
  /** Pages for people. */
  HTML("HTML", "html", types("text/html"), shortNames(), ""),
  /** For people who read data; Turtle 1.2 where there are triple terms. */
  TURTLE(
      "Turtle",
      "ttl",
      types("text/turtle", "application/turtle", "application/x-turtle"),
      shortNames("turtle", "text"),
      "Turtle",
      RDFFormat.TURTLE_PRETTY,
      RDFFormat.TURTLE_BLOCKS),
  /** For line by line tools. */
  N_TRIPLES(
      "N-Triples",
      "nt",
      types("application/n-triples", "text/plain"),
      shortNames("n-triples", "ntriples"),
      "N-Triples",
      RDFFormat.NTRIPLES_UTF8,
      RDFFormat.NTRIPLES_UTF8),
  /** For JSON tools. */
  JSON_LD(
      "JSON-LD",
      "jsonld",
      types("application/ld+json"),
      shortNames("json-ld", "json"),
      "JSON-LD",
      RDFFormat.JSONLD_PRETTY,
      RDFFormat.JSONLD_PLAIN),
  /** For XML tools; the plain variant, because the pretty one is slow and no easier to read. */
  RDF_XML(
      "RDF/XML",
      "rdf",
      types("application/rdf+xml"),
      shortNames("rdf+xml", "rdfxml", "rdf-xml", "xml"),
      "RDF_XML",
      RDFFormat.RDFXML_PLAIN,
      RDFFormat.RDFXML_PLAIN),
  /** RDF 1.1 JSON, a W3C note. */
  RDF_JSON(
      "RDF/JSON",
      "rj",
      types("application/rdf+json"),
      shortNames("rdf-json", "rdfjson", "json-rdf"),
      "RDF_JSON",
      RDFFormat.RDFJSON,
      RDFFormat.RDFJSON),
  /** Several graphs, as Turtle. */
  TRIG(
      "TriG",
      "trig",
      types("application/trig", "text/trig", "application/x-trig"),
      shortNames(),
      "TriG",
      RDFFormat.TRIG_PRETTY,
      RDFFormat.TRIG_BLOCKS),
  /** Several graphs, line by line. */
  N_QUADS(
      "N-Quads",
      "nq",
      types("application/n-quads", "text/n-quads"),
      shortNames("n-quads", "nquads"),
      "N-Quads",
      RDFFormat.NQUADS_UTF8,
      RDFFormat.NQUADS_UTF8),
  /** Triples in Jena's binary format. */
  THRIFT(
      "RDF Thrift",
      "rt",
      types("application/rdf+thrift"),
      shortNames("thrift"),
      "",
      RDFFormat.RDF_THRIFT,
      RDFFormat.RDF_THRIFT),
  /** A reference, for LaTeX. */
  BIBTEX("BibTeX", "bib", types("application/x-bibtex"), shortNames("bibtex"), ""),
  /** A reference, for Zotero, EndNote and their kin. */
  RIS("RIS", "ris", types("application/x-research-info-systems"), shortNames(), ""),
  /** A reference, for citeproc and pandoc. */
  CSL_JSON(
      "CSL-JSON",
      "csl.json",
      types("application/vnd.citationstyles.csl+json"),
      shortNames("csl"),
      "");

  /** For SELECT, the server's preference first. */
  public static final List<ResultFormat> OF_ROWS = List.of(JSON, XML, CSV, TSV, ROW_THRIFT, TABLE);

  /** For ASK. */
  public static final List<ResultFormat> OF_BOOLEANS = List.of(JSON, XML, CSV, TSV, TABLE);

  /** For several graphs in one. */
  public static final List<ResultFormat> OF_DATASETS = List.of(TRIG, N_QUADS, JSON_LD, THRIFT);

  /** For CONSTRUCT, DESCRIBE and single graphs. */
  public static final List<ResultFormat> OF_GRAPHS =
      List.of(TURTLE, N_TRIPLES, RDF_XML, RDF_JSON, TRIG, N_QUADS, JSON_LD, THRIFT);

  /** For descriptions: what a page has links to. */
  public static final List<ResultFormat> OF_DESCRIPTIONS =
      List.of(TURTLE, N_TRIPLES, JSON_LD, RDF_XML);

  /** For citing. */
  public static final List<ResultFormat> OF_REFERENCES = List.of(BIBTEX, RIS, CSL_JSON);

  /** For pages. */
  public static final List<ResultFormat> OF_PAGES =
      List.of(HTML, TURTLE, N_TRIPLES, JSON_LD, RDF_XML, BIBTEX, RIS, CSL_JSON);

  private final String title;
  private final String extension;
  private final List<String> types;
  private final List<String> names;
  private final String formatsName;
  private final RDFFormat pretty;
  private final RDFFormat streamed;

  ResultFormat(
      String title, String extension, List<String> types, List<String> names, String formatsName) {
    this(title, extension, types, names, formatsName, null, null);
  }

  ResultFormat(
      String title,
      String extension,
      List<String> types,
      List<String> names,
      String formatsName,
      RDFFormat pretty,
      RDFFormat streamed) {
    this.title = title;
    this.extension = extension;
    this.types = types;
    this.names = names;
    this.formatsName = formatsName;
    this.pretty = pretty;
    this.streamed = streamed;
  }

  private static List<String> types(String... types) {
    return List.of(types);
  }

  private static List<String> shortNames(String... names) {
    return List.of(names);
  }

  /** {@return the format's name for people} */
  public String title() {
    return title;
  }

  /** {@return the file extension without a dot, which is also the first of its short names} */
  public String extension() {
    return extension;
  }

  /** {@return the media types by which {@code Accept} asks for it, the registered one first} */
  public List<String> types() {
    return types;
  }

  /** {@return the registered media type, without parameters} */
  public String type() {
    return types.get(0);
  }

  /** {@return the local name in {@code http://www.w3.org/ns/formats/}; empty when it has none} */
  public Optional<String> formatsName() {
    return formatsName.isEmpty() ? Optional.empty() : Optional.of(formatsName);
  }

  /** {@return whether graphs are written in it} */
  public boolean isRdf() {
    return pretty != null;
  }

  /** {@return how Jena writes a description in it, to be read by people} */
  public RDFFormat pretty() {
    return pretty;
  }

  /** {@return how Jena writes a large graph in it, piece by piece} */
  public RDFFormat streamed() {
    return streamed;
  }

  /** {@return whether it holds what RDF 1.2 adds: triple terms, and the direction of a text} */
  public boolean isRdf12() {
    return switch (this) {
      case TURTLE, N_TRIPLES, TRIG, N_QUADS, THRIFT -> true;
      default -> false;
    };
  }

  /**
   * {@return the {@code Content-Type} to send}
   *
   * <p>With the charset for text, and for results in JSON and XML, which several clients would else
   * read as Latin-1; RDF/XML and JSON-LD say it themselves.
   *
   * @param type the one of its media types that was asked for
   */
  public String contentType(String type) {
    boolean hasCharset = type.startsWith("text/") || this == JSON || this == XML || this == TURTLE;
    return hasCharset ? type + "; charset=utf-8" : type;
  }

  /** {@return the {@code Content-Type} to send with its registered type} */
  public String contentType() {
    return contentType(type());
  }

  /** {@return the names by which parameters and options ask for it} */
  public List<String> names() {
    return Stream.concat(Stream.of(extension), names.stream()).distinct().toList();
  }

  /**
   * {@return the format of this name among those offered; empty when there is none}
   *
   * @param name an extension, another short name or a media type, in any case; an unescaped plus of
   *     an address may have become a space
   * @param offered the formats that fit
   */
  public static Optional<Choice> named(String name, List<ResultFormat> offered) {
    String plain = name.strip().replace(' ', '+').toLowerCase(Locale.ROOT);
    return offered.stream()
        .filter(format -> format.names().contains(plain) || format.types.contains(plain))
        .findFirst()
        .map(format -> new Choice(format, format.types.contains(plain) ? plain : format.type()));
  }
}
