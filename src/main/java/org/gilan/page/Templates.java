// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The Mustache templates under {@code /web}, compiled at first use. Everything is escaped. */
final class Templates {
  /** Enough for text and for attributes in double quotes, which all of ours are. */
  private static final String[][] ESCAPES = {
    {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}
  };

  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .withEscaper(Escapers.simple(ESCAPES))
          .nullValue("")
          .zeroIsFalse(true)
          .emptyStringIsFalse(true)
          .withLoader(Templates::open);
  private static final Map<String, Template> COMPILED = new ConcurrentHashMap<>();

  private Templates() {}

  /**
   * {@return the page}
   *
   * @param name the template's file name without {@code .mustache}
   * @param view the values; a name that the template asks for and the view lacks is an error
   */
  static String render(String name, Object view) {
    return COMPILED.computeIfAbsent(name, Templates::compile).execute(view);
  }

  private static Template compile(String name) {
    try (Reader reader = open(name)) {
      return COMPILER.compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader open(String name) throws IOException {
    String path = "/web/" + name + ".mustache";
    try (InputStream in = Templates.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path);
      }
      return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
