// SPDX-License-Identifier: Apache-2.0
package org.gilan.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A snippet of docs/clients.md.
 *
 * @param client the heading of its section
 * @param output the lines that it prints: the text of its section, or else the last before it
 */
record Snippet(String client, String language, String code, List<String> output) {
  private static final Path PAGE = Path.of("docs/clients.md");
  private static final String ADDRESS = "http://127.0.0.1:3030/";
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  /** {@return the snippets of the page, in its order, which ask the endpoint} */
  static List<Snippet> asking(Endpoint endpoint) throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    List<String> output = List.of();
    for (String section : Files.readString(PAGE).split("(?m)^## ")) {
      Matcher block = BLOCK.matcher(section);
      Snippet found = null;
      while (block.find()) {
        if (block.group(1).equals("text")) {
          output = block.group(2).lines().toList();
        } else {
          String code = block.group(2).replace(ADDRESS, endpoint.address());
          found = new Snippet(section.lines().findFirst().get(), block.group(1), code, List.of());
        }
      }
      if (found != null) {
        snippets.add(new Snippet(found.client, found.language, found.code, output));
      }
    }
    return snippets;
  }

  /** {@return whether the snippet has a query, rather than a pattern} */
  boolean hasQuery() {
    return code.contains("SELECT ");
  }

  /** {@return the same with a query that cannot be read} */
  Snippet withWrongQuery() {
    return new Snippet(client, language, code.replace("SELECT ", "SELECT nonsense "), output);
  }
}
