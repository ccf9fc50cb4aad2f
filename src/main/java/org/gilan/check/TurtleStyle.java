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
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.graph.Sources;

/**
 * The house style of data files, so that changes stay small and readable: {@code VERSION} first;
 * prefixes in order, exactly those used, bound as in {@code ontology/prefixes.ttl}; one subject in
 * one block in one place ({@link BlockStyle}); no tabs, no trailing space.
 */
final class TurtleStyle {
  static final String RULE = "style";

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
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.indexOf('\t') >= 0) {
        add(file, i + 1, "a tab; use two spaces");
      } else if (!line.equals(line.stripTrailing())) {
        add(file, i + 1, "white space at the end of the line; delete it");
      }
    }
    List<Token> tokens = tokens(String.join("\n", lines));
    prefixes(file, tokens);
    new BlockStyle(file, lines, tokens, subjects, findings).check();
  }

  /** The tokens up to the first that is none; that one has been reported with its line. */
  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Tokenizer tokenizer = TokenizerText.create().fromString(text).build();
    try {
      while (tokenizer.hasNext()) {
        tokens.add(tokenizer.next());
      }
    } catch (RiotException e) {
      // Nothing to add to what the reader has said.
    }
    return tokens;
  }

  private void prefixes(String file, List<Token> tokens) {
    List<String> declared = new ArrayList<>();
    TreeSet<String> used = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (isDeclaration(token) && i + 2 < tokens.size()) {
        declare(file, tokens.get(i + 1), tokens.get(i + 2), declared);
        i += 2;
      } else {
        name(token, used);
      }
    }
    if (!declared.equals(declared.stream().sorted().toList())) {
      add(file, 1, "put the prefixes in alphabetical order");
    }
    declared.stream()
        .filter(p -> !used.contains(p))
        .forEach(p -> add(file, 1, "the prefix " + p + ": is not used; delete its line"));
  }

  private static boolean isDeclaration(Token token) {
    return token.hasType(TokenType.KEYWORD) && token.getImage().equals("PREFIX");
  }

  private static void name(Token token, TreeSet<String> used) {
    if (token.hasType(TokenType.PREFIXED_NAME)) {
      used.add(token.getImage());
    } else if (token.hasType(TokenType.LITERAL_DT)) {
      name(token.getSubToken2(), used);
    }
  }

  private void declare(String file, Token name, Token iri, List<String> declared) {
    declared.add(name.getImage());
    String bound = bindings.get(name.getImage());
    if (!iri.getImage().equals(bound)) {
      add(
          file,
          (int) name.getLine(),
          "bind "
              + name.getImage()
              + ": as in ontology/prefixes.ttl"
              + (bound == null ? ", after adding it there" : ": <" + bound + ">"));
    }
  }

  private void add(String file, int line, String message) {
    findings.add(new Finding(new Position(file, line), message, RULE));
  }
}
