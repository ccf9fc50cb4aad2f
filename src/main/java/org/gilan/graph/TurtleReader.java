// SPDX-License-Identifier: Apache-2.0
package org.gilan.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.gilan.finding.Finding;
import org.gilan.finding.Position;
import org.gilan.vocab.Gilan;

/**
 * Reads Turtle 1.2 and remembers the line of each triple. Warnings count as errors: a bad language
 * tag or an IRI with a space in it is a mistake in a hand-written file.
 */
final class TurtleReader {
  private static final String RULE = "turtle";

  private final Path home;
  private final List<Finding> findings;

  /**
   * Makes a reader.
   *
   * @param home the folder against which file names are shown
   * @param findings receives what is wrong with the files
   */
  TurtleReader(Path home, List<Finding> findings) {
    this.home = home;
    this.findings = findings;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return its triples, in order, with their lines; empty when it cannot be read or parsed, which
   *     is then a finding
   */
  Map<Triple, Position> read(Path file) {
    String name = home.relativize(file.toAbsolutePath()).toString();
    Map<Triple, Position> triples = new LinkedHashMap<>();
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      parse(name, text, triples);
      return triples;
    } catch (CharacterCodingException e) {
      add(name, 0, "is not UTF-8; save it as UTF-8 without a byte order mark");
    } catch (NoSuchFileException e) {
      add(name, 0, "there is no such file; check the name");
    } catch (IOException e) {
      add(name, 0, "cannot be read (" + e.getMessage() + "); check its permissions");
    } catch (RiotException e) {
      // Already reported with its line.
    }
    return Map.of();
  }

  private void parse(String name, String text, Map<Triple, Position> triples) {
    ErrorHandler errors = new Reporter(name);
    ParserProfileStd profile =
        new ParserProfileStd(
            new NumberedBlankNodes(name),
            errors,
            IRIxResolver.create().base(Gilan.BASE).build(),
            PrefixMapFactory.create(),
            RIOT.getContext(),
            true,
            false) {
          @Override
          public Triple createTriple(Node s, Node p, Node o, long line, long column) {
            Triple triple = super.createTriple(s, p, o, line, column);
            triples.putIfAbsent(triple, new Position(name, (int) line));
            return triple;
          }
        };
    Tokenizer tokenizer = TokenizerText.create().fromString(text).errorHandler(errors).build();
    new LangTurtle(tokenizer, profile, StreamRDFLib.sinkNull()).parse();
  }

  private void add(String file, int line, String message) {
    findings.add(new Finding(new Position(file, line), message, RULE));
  }

  /** Names blank nodes by file and order, so that the same files always give the same graph. */
  private static final class NumberedBlankNodes extends FactoryRDFStd {
    private final String file;
    private int count;

    NumberedBlankNodes(String file) {
      this.file = file.replaceAll("\\W", "-");
    }

    @Override
    public Node createBlankNode() {
      return NodeFactory.createBlankNode(file + "-" + count++);
    }
  }

  /** Turns the parser's words into findings; the first error ends the file. */
  private final class Reporter implements ErrorHandler {
    private final String file;

    Reporter(String file) {
      this.file = file;
    }

    @Override
    public void warning(String message, long line, long col) {
      add(file, (int) line, message);
    }

    @Override
    public void error(String message, long line, long col) {
      fatal(message, line, col);
    }

    @Override
    public void fatal(String message, long line, long col) {
      String prefix = "Undefined prefix: ";
      if (message.startsWith(prefix)) {
        String undefined = message.substring(prefix.length());
        add(
            file,
            (int) line,
            "the prefix "
                + undefined
                + ": is not declared; copy its PREFIX line from prefixes.ttl");
      } else {
        add(file, (int) line, message + " (column " + col + ")");
      }
      throw new RiotException(message);
    }
  }
}
