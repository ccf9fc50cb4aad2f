// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.gilan.catalogue.Catalogue;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;

/**
 * The files that people write, read: ontology, alignments, shapes, questions and data, each with
 * its lines.
 */
public final class Sources {
  private static final List<String> TERMS =
      List.of("ontology/gilan.ttl", "ontology/alignments.ttl");
  private static final String SHAPES = "ontology/shapes.ttl";
  private static final String PREFIXES = "ontology/prefixes.ttl";
  private static final Pattern PREFIX = Pattern.compile("PREFIX ([\\w-]*): <([^>]*)>");

  private final Path home;
  private final Map<String, String> prefixes;
  private final Graph terms = Assembly.emptyGraph();
  private final Graph shapes = Assembly.emptyGraph();
  private final Catalogue catalogue;
  private final Map<Triple, Position> data = new LinkedHashMap<>();
  private final Map<Node, List<Triple>> subjects;
  private final Map<Triple, Position> mentions;
  private final List<Path> files;
  private final List<Finding> findings = new ArrayList<>();

  private Sources(Path home, Collection<Path> more) {
    this.home = home;
    prefixes = prefixes(home);
    TurtleReader reader = new TurtleReader(home.toAbsolutePath(), findings);
    TERMS.forEach(name -> reader.read(home.resolve(name)).keySet().forEach(terms::add));
    reader.read(home.resolve(SHAPES)).keySet().forEach(shapes::add);
    TreeSet<Path> all = new TreeSet<>(dataFiles(home));
    more.forEach(file -> all.add(file.toAbsolutePath().normalize()));
    files = List.copyOf(all);
    readData(home.toAbsolutePath());
    subjects = data.keySet().stream().collect(Collectors.groupingBy(Triple::getSubject));
    mentions = MentionReader.read(home, findings);
    catalogue = Catalogue.read(home, findings).wellFormed(findings);
  }

  /** Several at a time, for that is most of the work; what they say is kept in their order. */
  private void readData(Path root) {
    record Read(Map<Triple, Position> triples, List<Finding> findings) {}
    files.parallelStream()
        .map(
            file -> {
              List<Finding> wrong = new ArrayList<>();
              return new Read(new TurtleReader(root, wrong).read(file), wrong);
            })
        .toList()
        .forEach(
            read -> {
              read.triples().forEach(data::putIfAbsent);
              findings.addAll(read.findings());
            });
  }

  /**
   * Reads the project's files.
   *
   * @param home the project's folder, which holds {@code ontology/} and {@code data/}
   * @param more files to read besides {@code data/}; one that lies there is read once
   * @return what was read; files that cannot be read or parsed are among the findings
   */
  public static Sources read(Path home, Collection<Path> more) {
    return new Sources(home, more);
  }

  /**
   * {@return the prefixes of a project with what they stand for, in order}
   *
   * @param home its folder
   */
  public static Map<String, String> prefixes(Path home) {
    Map<String, String> prefixes = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(home.resolve(PREFIXES))) {
        Matcher m = PREFIX.matcher(line);
        if (m.matches()) {
          prefixes.put(m.group(1), m.group(2));
        }
      }
      return prefixes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> dataFiles(Path home) {
    try (Stream<Path> walk = Files.walk(home.toAbsolutePath().normalize().resolve("data"))) {
      return walk.filter(file -> file.toString().endsWith(".ttl")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return all files that make the graph, absolute, in order} */
  static TreeSet<Path> all(Path home) {
    Path root = home.toAbsolutePath().normalize();
    TreeSet<Path> files = new TreeSet<>(dataFiles(root));
    TERMS.forEach(name -> files.add(root.resolve(name)));
    files.add(root.resolve(SHAPES));
    files.add(root.resolve(PREFIXES));
    files.addAll(Catalogue.files(root));
    WikidataFile.newest(root).ifPresent(files::add);
    for (String list : List.of("data/passages.tsv", MentionReader.FILE)) {
      if (Files.exists(root.resolve(list))) {
        files.add(root.resolve(list));
      }
    }
    return files;
  }

  /** {@return the project's folder} */
  public Path home() {
    return home;
  }

  /** {@return the prefixes of the project with what they stand for, in order} */
  public Map<String, String> prefixes() {
    return prefixes;
  }

  /** {@return the ontology and its alignments} */
  public Graph terms() {
    return terms;
  }

  /** {@return the shapes} */
  public Graph shapes() {
    return shapes;
  }

  /** {@return the questions} */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** {@return the triples of the data as written, reifiers among them, with their lines} */
  public Map<Triple, Position> data() {
    return data;
  }

  /**
   * {@return the triples of the data about a thing, in the order they were written; often none}
   *
   * @param thing a subject
   */
  public List<Triple> about(Node thing) {
    return subjects.getOrDefault(thing, List.of());
  }

  /** {@return which passages mention whom, with their lines; no facts and no claims} */
  public Map<Triple, Position> mentions() {
    return mentions;
  }

  /** {@return the data files that were read, absolute, in order} */
  public List<Path> files() {
    return files;
  }

  /** {@return what is wrong with the files as Turtle} */
  public List<Finding> findings() {
    return findings;
  }
}
