// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.gilan.graph.Wording;
import org.gilan.vocab.Gilan;

/** The archives as a tree: archive, fond, inventory, file, and what of each the sources cite. */
record ArchivesPage(String title, List<Archive> archives, String counts, List<Paper> elsewhere) {

  /** An archive with its fonds. */
  record Archive(Term name, String key, String counts, List<Fond> fonds) {}

  /** A fond with its inventories. */
  record Fond(Term name, List<Inventory> inventories) {}

  /** An inventory, which some archives do not have, with its files. */
  record Inventory(String number, List<File> files) {}

  /** A file and what of it is cited. */
  record File(Term name, List<Paper> papers) {}

  /** A record, on which sheets it is, when it was written, how many claims rest on it. */
  record Paper(Term name, String sheets, String when, String claims) {
    /** {@return the sheets in words; empty when not said} */
    String leaves() {
      return sheets.isEmpty() ? "" : Wording.leaves("Sheet", sheets);
    }
  }

  boolean hasElsewhere() {
    return !elsewhere.isEmpty();
  }

  static ArchivesPage of(Graph graph, LinkedWording wording) {
    return new Reader(graph, wording).page();
  }

  /** Reads the tree from the graph. */
  private record Reader(Graph graph, LinkedWording wording) {

    ArchivesPage page() {
      Map<Node, List<Node>> fonds = grouped(G.listPO(graph, type(), term("Fond")), "inArchive");
      List<Archive> archives =
          fonds.entrySet().stream()
              .map(entry -> archive(entry.getKey(), entry.getValue()))
              .sorted(Comparator.comparing(archive -> archive.name().text()))
              .toList();
      List<Paper> elsewhere =
          G.listPO(graph, type(), term("Record")).stream()
              .filter(record -> !graph.contains(record, term("keptIn"), Node.ANY))
              .map(this::paper)
              .sorted(Comparator.comparing(paper -> paper.name().text()))
              .toList();
      long files = G.listPO(graph, type(), term("ArchivalFile")).size();
      String counts =
          Counted.of(archives.size(), "archive", "archives")
              + ", "
              + Counted.of(fonds.values().stream().mapToInt(List::size).sum(), "fond", "fonds")
              + ", "
              + Counted.of(files, "file", "files");
      return new ArchivesPage("Archives", archives, counts, elsewhere);
    }

    private Archive archive(Node archive, List<Node> fonds) {
      List<Fond> read =
          fonds.stream().map(this::fond).sorted(natural(fond -> fond.name().text())).toList();
      List<File> files =
          read.stream()
              .flatMap(fond -> fond.inventories().stream())
              .flatMap(inventory -> inventory.files().stream())
              .toList();
      int papers = files.stream().mapToInt(file -> file.papers().size()).sum();
      String counts =
          Counted.of(files.size(), "file", "files")
              + ", "
              + Counted.of(papers, "paper cited", "papers cited");
      Term name = wording.term(archive);
      return new Archive(name, Thing.key(name), counts, read);
    }

    private Fond fond(Node fond) {
      Map<String, List<Node>> inventories =
          G.listPO(graph, term("inFond"), fond).stream()
              .collect(
                  Collectors.groupingBy(
                      file -> text(file, "inventory"),
                      () -> new TreeMap<>(natural(Function.identity())),
                      Collectors.toList()));
      return new Fond(
          wording.term(fond),
          inventories.entrySet().stream()
              .map(entry -> new Inventory(entry.getKey(), files(entry.getValue())))
              .toList());
    }

    private List<File> files(List<Node> files) {
      return files.stream()
          .map(
              file ->
                  new File(
                      wording.term(file),
                      G.listPO(graph, term("keptIn"), file).stream()
                          .filter(paper -> graph.contains(paper, type(), term("Record")))
                          .map(this::paper)
                          .sorted(
                              Comparator.comparing(Paper::sheets, natural(Function.identity()))
                                  .thenComparing(paper -> paper.name().text()))
                          .toList()))
          .sorted(natural(file -> file.name().text()))
          .toList();
    }

    private Paper paper(Node record) {
      int claims = G.listPO(graph, Gilan.restsOn, record).size();
      return new Paper(
          wording.term(record),
          sheets(record),
          When.of(graph, wording, record).stream().findFirst().map(When::words).orElse(""),
          claims == 0 ? "" : Counted.of(claims, "claim", "claims"));
    }

    /** Where a record does not say its sheets, the notes that cite it may. */
    private String sheets(Node record) {
      String own = text(record, "sheets");
      return own.isEmpty()
          ? G.listPO(graph, term("cites"), record).stream()
              .map(citation -> text(citation, "sheets"))
              .filter(sheets -> !sheets.isEmpty())
              .distinct()
              .sorted(natural(Function.identity()))
              .collect(Collectors.joining(", "))
          : own;
    }

    private Map<Node, List<Node>> grouped(List<Node> nodes, String property) {
      return nodes.stream()
          .collect(
              Collectors.groupingBy(
                  node ->
                      G.listSP(graph, node, term(property)).stream().findFirst().orElseThrow()));
    }

    private String text(Node node, String property) {
      return wording.literals(node, term(property)).stream()
          .map(wording::text)
          .collect(Collectors.joining(", "));
    }

    private static Node type() {
      return RDF.type.asNode();
    }

    private static Node term(String name) {
      return Gilan.term(name);
    }
  }

  /** Orders 9 before 10, whatever stands around them. */
  static <T> Comparator<T> natural(Function<T, String> text) {
    return Comparator.comparing(value -> key(text.apply(value)));
  }

  private static String key(String text) {
    StringBuilder key = new StringBuilder();
    for (String part : parts(text)) {
      key.append(
          part.chars().allMatch(Character::isDigit)
              ? "0".repeat(Math.max(0, 12 - part.length()))
              : "");
      key.append(part);
    }
    return key.toString();
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
