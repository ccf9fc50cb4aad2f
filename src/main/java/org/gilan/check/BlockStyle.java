// SPDX-License-Identifier: Apache-2.0
package org.gilan.check;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;

/**
 * The layout of the blocks of one file, token by token: a subject (or {@code << … >>}) alone at the
 * start of a line, its statements below it, two spaces in, each ended by « ;», a full stop alone.
 * Evidence stands behind its statement, or below it, four spaces in; in a line of over {@value
 * #WIDTH} characters it must stand below.
 */
final class BlockStyle {
  /** The longest line that evidence may share with its statement, in UTF-16 units. */
  static final int WIDTH = 100;

  private static final int STATEMENT = 3;
  private static final int EVIDENCE = 5;
  private static final int ANNOTATION = 7;
  private static final Set<String> DIRECTIVES = Set.of("VERSION", "BASE", "PREFIX");

  private final String file;
  private final List<String> lines;
  private final List<Token> tokens;
  private final Map<String, Position> subjects;
  private final List<Finding> findings;
  private int at;

  /**
   * Makes a check.
   *
   * @param file the file's name, for findings
   * @param lines its lines
   * @param tokens its tokens
   * @param subjects where each subject has its block so far; this file's are added
   * @param findings receives what is found
   */
  BlockStyle(
      String file,
      List<String> lines,
      List<Token> tokens,
      Map<String, Position> subjects,
      List<Finding> findings) {
    this.file = file;
    this.lines = lines;
    this.tokens = tokens;
    this.subjects = subjects;
    this.findings = findings;
  }

  void check() {
    while (at < tokens.size()) {
      if (here(TokenType.KEYWORD) && DIRECTIVES.contains(token().getImage())) {
        skipLine();
      } else if (subject()) {
        block();
      } else {
        add("a subject is expected here, alone at the start of a line");
        skipLine();
      }
    }
  }

  private boolean subject() {
    Token first = token();
    String name = null;
    if (here(TokenType.LT2)) {
      skipTo(TokenType.GT2);
    } else if (here(TokenType.LBRACKET)) {
      skipTo(TokenType.RBRACKET);
    } else if (here(TokenType.IRI) || here(TokenType.PREFIXED_NAME)) {
      name =
          here(TokenType.IRI)
              ? "<" + first.getImage() + ">"
              : first.getImage() + ":" + first.getImage2();
    } else {
      return false;
    }
    if (first.getColumn() != 1) {
      return false;
    }
    at++;
    if (at < tokens.size() && !isFirst()) {
      add("put each statement on a line of its own under its subject");
    } else if (name != null) {
      Position here = new Position(file, (int) first.getLine());
      Position earlier = subjects.putIfAbsent(name, here);
      if (earlier != null) {
        findings.add(
            new Finding(
                here,
                name + " has a block already at " + earlier + "; merge the two",
                TurtleStyle.RULE));
      }
    }
    return true;
  }

  private void block() {
    boolean beside = at < tokens.size() && !isFirst();
    while (at < tokens.size() && !here(TokenType.DOT)) {
      if (!beside && (!isFirst() || token().getColumn() != STATEMENT)) {
        add("indent a statement by two spaces");
      }
      statement();
      beside = false;
    }
    if (at < tokens.size()) {
      if (!(isFirst() && token().getColumn() == 1 && isLast())) {
        add("end a statement with « ;» and the block with a full stop on its own line");
      }
      at++;
    }
  }

  /** Passes over predicate, objects, evidence and the semicolon. */
  private void statement() {
    boolean type = here(TokenType.KEYWORD);
    int depth = 0;
    Set<String> passages = new HashSet<>();
    while (at < tokens.size()) {
      if (depth == 0 && here(TokenType.SEMICOLON)) {
        semicolon();
        return;
      } else if (depth == 0 && here(TokenType.DOT)) {
        if (isFirst()) {
          Token last = tokens.get(at - 1);
          add(
              (int) last.getLine(),
              "end a statement with « ;» and the block with a full stop on its own line");
        }
        return;
      } else if (here(TokenType.L_ANN)) {
        annotation();
      } else {
        if (here(TokenType.TILDE)) {
          evidence();
          if (at + 1 < tokens.size() && !passages.add(name(tokens.get(at + 1)))) {
            add("the same passage is given twice; keep one");
          }
        } else if (here(TokenType.COMMA) && depth == 0 && !type) {
          add("write each object as a statement of its own; only types are listed with commas");
        }
        depth += depth();
        at++;
      }
    }
  }

  private static String name(Token token) {
    return token.getImage() + ":" + token.getImage2();
  }

  private int depth() {
    return switch (token().getType()) {
      case LBRACKET, LPAREN, LT2, L_TRIPLE -> 1;
      case RBRACKET, RPAREN, GT2, R_TRIPLE -> -1;
      default -> 0;
    };
  }

  private void semicolon() {
    int before = (int) token().getColumn() - 2;
    if (!isLast() || isFirst() || lines.get((int) token().getLine() - 1).charAt(before) != ' ') {
      add("end a statement with « ;» and the block with a full stop on its own line");
    }
    at++;
  }

  /** Evidence begins here, with a tilde or a brace. */
  private void evidence() {
    if (isFirst()) {
      if (token().getColumn() != EVIDENCE) {
        add("indent evidence by four spaces");
      }
    } else if (lines.get((int) token().getLine() - 1).length() > WIDTH) {
      add("over 100 characters; put each piece of evidence on a line of its own, four spaces in");
    }
  }

  private void annotation() {
    evidence();
    long opened = token().getLine();
    at++;
    boolean tall = at < tokens.size() && token().getLine() > opened;
    while (at < tokens.size() && !here(TokenType.R_ANN)) {
      boolean starts =
          tokens.get(at - 1).hasType(TokenType.L_ANN)
              || tokens.get(at - 1).hasType(TokenType.SEMICOLON);
      if (tall && starts && !(isFirst() && token().getColumn() == ANNOTATION)) {
        add("indent what an annotation says by six spaces, a line each");
      }
      at++;
    }
    if (at < tokens.size()) {
      if (tall && !(isFirst() && token().getColumn() == EVIDENCE)) {
        add("close the annotation on a line of its own, four spaces in");
      }
      at++;
    }
  }

  private Token token() {
    return tokens.get(at);
  }

  private boolean here(TokenType type) {
    return token().hasType(type);
  }

  private boolean isFirst() {
    return at == 0 || tokens.get(at - 1).getLine() < token().getLine();
  }

  private boolean isLast() {
    return at + 1 == tokens.size() || tokens.get(at + 1).getLine() > token().getLine();
  }

  private void skipLine() {
    long line = token().getLine();
    while (at < tokens.size() && token().getLine() == line) {
      at++;
    }
  }

  private void skipTo(TokenType type) {
    while (at + 1 < tokens.size() && !here(type)) {
      at++;
    }
  }

  private void add(String message) {
    add((int) token().getLine(), message);
  }

  private void add(int line, String message) {
    findings.add(new Finding(new Position(file, line), message, TurtleStyle.RULE));
  }
}
