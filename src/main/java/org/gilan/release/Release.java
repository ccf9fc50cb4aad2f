// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.gilan.format.ResultFormat;
import org.gilan.graph.KnowledgeGraph;
import org.gilan.graph.ReleasedSnapshot;
import org.gilan.page.VoidDescription;

/**
 * The files of a release. The same graph gives the same bytes: triples and quads are written in the
 * order of their N-Triples form.
 */
public final class Release {
  private static final String SITE = "https://w3id.org/gilan";

  private Release() {}

  /**
   * A file to download.
   *
   * @param name the file's name
   * @param title what it holds, in a few words
   * @param format of what is compressed in it
   */
  record Download(String name, String title, ResultFormat format) {}

  static final Download TURTLE =
      new Download(
          "gilan.ttl.gz",
          "Gilan in Turtle: facts, claims, passages, ontology",
          ResultFormat.TURTLE);
  static final Download QUADS =
      new Download(
          "gilan.nq.gz",
          "Gilan by named graph in N-Quads 1.2, with each claim as a reifier",
          ResultFormat.N_QUADS);
  static final Download JSON_LD =
      new Download(
          "gilan.jsonld.gz",
          "Gilan in JSON-LD: facts, claims, passages, ontology",
          ResultFormat.JSON_LD);

  /**
   * Writes a release.
   *
   * @param checked the graph
   * @param folder where to, made when needed; files of a former release are replaced
   * @return the files written, {@code SHA256SUMS} last
   * @throws IOException when the folder cannot be written
   */
  public static List<Path> write(KnowledgeGraph checked, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    Path snapshot = folder.resolve(ReleasedSnapshot.NAME);
    KnowledgeGraph graph = ReleasedSnapshot.write(checked, snapshot);
    PrefixMap prefixes = graph.dataset().prefixes();
    List<Triple> triples = sorted(graph.dataset().getDefaultGraph());
    files.add(turtle(folder.resolve(TURTLE.name()), triples, prefixes));
    files.add(quads(folder.resolve(QUADS.name()), graph.dataset()));
    files.add(jsonLd(folder.resolve(JSON_LD.name()), triples, prefixes));
    Graph catalogue = Dcat.of(folder, List.of(TURTLE, QUADS, JSON_LD));
    files.add(turtle(folder.resolve("dcat.ttl"), sorted(catalogue), Dcat.PREFIXES));
    List<Triple> counts = sorted(VoidDescription.of(graph).at(SITE));
    files.add(turtle(folder.resolve("void.ttl"), counts, prefixes));
    files.add(snapshot);
    files.add(checksums(folder.resolve("SHA256SUMS"), files));
    return files;
  }

  private static List<Triple> sorted(Graph graph) {
    Comparator<Triple> order =
        Comparator.comparing((Triple t) -> NodeFmtLib.strNT(t.getSubject()))
            .thenComparing(t -> NodeFmtLib.strNT(t.getPredicate()))
            .thenComparing(t -> NodeFmtLib.strNT(t.getObject()));
    return graph.stream().sorted(order).toList();
  }

  private static Path turtle(Path file, List<Triple> triples, PrefixMap prefixes)
      throws IOException {
    try (OutputStream out = open(file)) {
      StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
      writer.start();
      new TreeMap<>(prefixes.getMappingCopy()).forEach(writer::prefix);
      triples.forEach(writer::triple);
      writer.finish();
    }
    return file;
  }

  /** The named graphs alone: the default graph unites six of them and is the file in Turtle. */
  private static Path quads(Path file, DatasetGraph dataset) throws IOException {
    List<String> lines = new ArrayList<>();
    dataset.stream().filter(quad -> !quad.isDefaultGraph()).map(Release::line).forEach(lines::add);
    lines.sort(Comparator.naturalOrder());
    try (OutputStream out = open(file)) {
      for (String line : lines) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String line(Quad quad) {
    return String.join(
        " ",
        NodeFmtLib.strNT(quad.getSubject()),
        NodeFmtLib.strNT(quad.getPredicate()),
        NodeFmtLib.strNT(quad.getObject()),
        NodeFmtLib.strNT(quad.getGraph()),
        ".\n");
  }

  private static Path jsonLd(Path file, List<Triple> triples, PrefixMap prefixes)
      throws IOException {
    Graph ordered = GraphMemFactory.createDefaultGraph();
    triples.forEach(ordered::add);
    new TreeMap<>(prefixes.getMappingCopy()).forEach(ordered.getPrefixMapping()::setNsPrefix);
    try (OutputStream out = open(file)) {
      RDFDataMgr.write(out, ordered, Lang.JSONLD);
    }
    return file;
  }

  private static Path checksums(Path file, List<Path> files) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Path f : files) {
      sums.append(sha256(f)).append("  ").append(f.getFileName()).append('\n');
    }
    Files.writeString(file, sums);
    return file;
  }

  /** {@return the SHA-256 of a file in hexadecimal} */
  static String sha256(Path file) throws IOException {
    return DigestUtils.sha256Hex(Files.readAllBytes(file));
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out;
  }
}
