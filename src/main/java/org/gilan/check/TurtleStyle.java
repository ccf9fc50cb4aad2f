// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Sources;

/**
 * The house style of data files, line by line, so that changes stay small and readable: {@code
 * VERSION} first; prefixes in order, exactly those used, bound as in {@code ontology/prefixes.ttl};
 * one subject in one block in one place; one statement a line; no tabs, no trailing space.
 */
final class TurtleStyle {
  private static final String RULE = "style";
  private static final Pattern PREFIX = Pattern.compile("PREFIX ([\\w-]*): (<[^>]*>)");
  private static final Pattern SUBJECT =
      Pattern.compile("(<[^>]*>|[\\w-]+:[\\w.-]+|\\[\\])(?:\\s.*)?");
  private static final Pattern STRING_OR_IRI = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|<[^>]*>");
  private static final Pattern USED = Pattern.compile("(?<![\\w/:-])([a-z][\\w-]*):[\\w]");

  private final Map<String, String> bindings;
  private final Map<String, Position> subjects = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private TurtleStyle(Map<String, String> bindings) {
    this.bindings = bindings;
  }

  /**
   * {@return where the data files depart from the style}
   *
   * @param sources what was read; a file that cannot be read has been reported there
   */
  static List<Finding> of(Sources sources) {
    Path home = sources.home().toAbsolutePath().normalize();
    TurtleStyle style = new TurtleStyle(sources.prefixes());
    for (Path file : sources.files()) {
      style.check(home.relativize(file).toString(), lines(file));
    }
    return style.findings;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }

  private void check(String file, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (!lines.get(0).equals("VERSION \"1.2\"")) {
      add(file, 1, "the first line must be VERSION \"1.2\"");
    }
    prefixes(file, lines);
    boolean inBlock = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.indexOf('\t') >= 0) {
        add(file, i + 1, "a tab; use two spaces");
      } else if (!line.equals(line.stripTrailing())) {
        add(file, i + 1, "white space at the end of the line; delete it");
      }
      if (line.isBlank() || line.startsWith("#") || line.matches("(PREFIX|BASE|VERSION) .*")) {
        continue;
      }
      inBlock = inBlock ? statement(file, i + 1, line) : opening(file, i + 1, line);
    }
  }

  private boolean opening(String file, int line, String text) {
    if (text.startsWith("<<")) {
      return false;
    }
    Matcher m = SUBJECT.matcher(text);
    if (!m.matches()) {
      add(file, line, "a subject is expected here, alone at the start of a line");
    } else if (m.group().length() != m.group(1).length()) {
      add(file, line, "put each statement on a line of its own under its subject");
      return !text.endsWith(".");
    } else if (!text.startsWith("[]")) {
      Position first = subjects.putIfAbsent(m.group(1), new Position(file, line));
      if (first != null) {
        add(file, line, m.group(1) + " has a block already at " + first + "; merge the two");
      }
    }
    return true;
  }

  private boolean statement(String file, int line, String text) {
    if (text.equals(".")) {
      return false;
    }
    if (!text.startsWith("  ") || text.startsWith("   ")) {
      add(file, line, "indent a statement by two spaces");
    }
    if (!text.endsWith(" ;")) {
      add(file, line, "end a statement with « ;» and the block with a full stop on its own line");
      return !text.endsWith(".");
    }
    return true;
  }

  private void prefixes(String file, List<String> lines) {
    List<String> declared = new ArrayList<>();
    TreeSet<String> used = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher m = PREFIX.matcher(line);
      if (m.matches()) {
        declared.add(m.group(1));
        String bound = bindings.get(m.group(1));
        if (!m.group(2).equals("<" + bound + ">")) {
          add(
              file,
              i + 1,
              "bind "
                  + m.group(1)
                  + ": as in ontology/prefixes.ttl"
                  + (bound == null ? ", after adding it there" : ": <" + bound + ">"));
        }
      } else if (!line.startsWith("#")) {
        Matcher u = USED.matcher(STRING_OR_IRI.matcher(line).replaceAll(" "));
        Matcher typed = Pattern.compile("\\^\\^([a-z][\\w-]*):").matcher(line);
        u.results().forEach(r -> used.add(r.group(1)));
        typed.results().forEach(r -> used.add(r.group(1)));
      }
    }
    if (!declared.equals(declared.stream().sorted().toList())) {
      add(file, 1, "put the prefixes in alphabetical order");
    }
    declared.stream()
        .filter(p -> !used.contains(p))
        .forEach(p -> add(file, 1, "the prefix " + p + ": is not used; delete its line"));
  }

  private void add(String file, int line, String message) {
    findings.add(new Finding(new Position(file, line), message, RULE));
  }
}
