// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.gilan.format.ResultFormat;
import org.gilan.vocab.Gilan;

/** The page that says how to cite the graph or a page of it, and how to cite a part of it. */
record CitePage(
    String title,
    boolean isWhole,
    Reference reference,
    List<Address.Download> references,
    String example) {
  /** What can be cited so: a page of the site, and what a reader chose on it. */
  private static final Pattern ADDRESS =
      Pattern.compile("((?:(?:id|document)/)?[a-z0-9-]+)(\\?[A-Za-z0-9_.~%+*=&-]+)?");

  /** The pages that show no single thing, by their addresses. */
  private static final Map<String, String> VIEWS =
      Map.ofEntries(
          Map.entry("start", "The Soviet republic of Gilan, 1920–21, and on whose word we know it"),
          Map.entry("timeline", "Timeline"),
          Map.entry("map", "Map"),
          Map.entry("letters", "Letters"),
          Map.entry("disputes", "Disputes"),
          Map.entry("archives", "Archives"),
          Map.entry("sources", "Sources"),
          Map.entry("questions", "Questions"),
          Map.entry("find", "Search of names"),
          Map.entry("programs", "For other programs"),
          Map.entry("things", "People, bodies and everything else"));

  /**
   * {@return how to cite the graph, or a page of it}
   *
   * @param of the page's address with what was chosen there; anything else for the graph
   */
  static Reference reference(Site site, LinkedWording wording, String of) {
    Edition edition = Edition.of(site.graph());
    Matcher address = ADDRESS.matcher(of);
    if (!address.matches()) {
      return Reference.whole(edition);
    }
    String page = address.group(1);
    String chosen = address.group(2) == null ? "" : address.group(2);
    String view = VIEWS.get(page);
    if (view != null) {
      String iri = Gilan.BASE + (page.equals("start") ? "" : page);
      return new Reference(view, iri, "", edition).with(chosen);
    }
    Node node = NodeFactory.createURI(Gilan.BASE + page);
    return page.contains("/")
            && site.graph().dataset().getDefaultGraph().contains(node, Node.ANY, Node.ANY)
        ? new References(site, wording).of(node).with(chosen)
        : Reference.whole(edition);
  }

  static CitePage of(Site site, LinkedWording wording, String of) {
    Graph graph = site.graph().dataset().getDefaultGraph();
    Reference reference = reference(site, wording, of);
    String query =
        reference.isWhole() ? "" : "?of=" + URLEncoder.encode(of, StandardCharsets.UTF_8);
    return new CitePage(
        "How to cite " + (reference.isWhole() ? "the graph" : "“" + reference.title() + "”"),
        reference.isWhole(),
        reference,
        Address.downloads("/cite", ResultFormat.OF_REFERENCES).stream()
            .map(file -> new Address.Download(file.href() + query, file.type(), file.name()))
            .toList(),
        graph.stream(Node.ANY, RDF.type.asNode(), Gilan.Claim)
            .map(triple -> triple.getSubject().getURI())
            .min(String::compareTo)
            .flatMap(Addresses::path)
            .orElse("/"));
  }
}
