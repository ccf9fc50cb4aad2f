// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.gilan.page.VoidDescription;

/**
 * The release described in DCAT 3: the data set and its files, with media types, sizes and
 * checksums. Files are named relative to the description, which lies beside them wherever they are
 * published.
 */
final class Dcat {
  private static final String SPDX = "http://spdx.org/rdf/terms#";
  private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
  static final PrefixMap PREFIXES =
      PrefixMapFactory.create(
          Map.of(
              "dcat", DCAT.NS, "dcterms", DCTerms.NS, "spdx", SPDX, "xsd", XSDDatatype.XSD + "#"));

  private Dcat() {}

  /**
   * {@return the description}
   *
   * @param folder where the files lie
   * @param downloads the files
   */
  static Graph of(Path folder, List<Release.Download> downloads) throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    Node dataset = iri(VoidDescription.DATASET);
    graph.add(dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
    VoidDescription.name(graph);
    for (String word : List.of("Gilan", "Iran", "Soviet Russia", "Azerbaijan", "1920", "1921")) {
      graph.add(dataset, DCAT.keyword.asNode(), english(word));
    }
    for (Release.Download download : downloads) {
      Node file = iri(download.name());
      graph.add(dataset, DCAT.distribution.asNode(), file);
      describe(graph, file, download, folder.resolve(download.name()));
    }
    return graph;
  }

  private static void describe(Graph graph, Node file, Release.Download download, Path path)
      throws IOException {
    graph.add(file, RDF.type.asNode(), DCAT.Distribution.asNode());
    graph.add(file, DCTerms.title.asNode(), english(download.title()));
    graph.add(file, DCTerms.license.asNode(), iri(VoidDescription.LICENSE));
    graph.add(file, DCAT.downloadURL.asNode(), file);
    graph.add(file, DCAT.mediaType.asNode(), iri(MEDIA_TYPES + download.format().type()));
    graph.add(file, DCAT.compressFormat.asNode(), iri(MEDIA_TYPES + "application/gzip"));
    graph.add(
        file,
        DCAT.byteSize.asNode(),
        typed(Long.toString(Files.size(path)), XSDDatatype.XSDnonNegativeInteger));
    Node checksum = NodeFactory.createBlankNode("checksum " + download.name());
    graph.add(file, iri(SPDX + "checksum"), checksum);
    graph.add(checksum, RDF.type.asNode(), iri(SPDX + "Checksum"));
    graph.add(checksum, iri(SPDX + "algorithm"), iri(SPDX + "checksumAlgorithm_sha256"));
    graph.add(
        checksum,
        iri(SPDX + "checksumValue"),
        typed(Release.sha256(path), XSDDatatype.XSDhexBinary));
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  private static Node typed(String text, XSDDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }
}
