// SPDX-License-Identifier: Apache-2.0
package org.gilan.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The texts of the documents that a user has at hand, by document IRI. May be empty: the texts are
 * not ours to hand out.
 */
public final class Documents {
  private final Path folder;
  private final Map<String, SourceText> texts;

  private Documents(Path folder, Map<String, SourceText> texts) {
    this.folder = folder;
    this.texts = texts;
  }

  /** {@return no texts at all} */
  public static Documents none() {
    return new Documents(null, Map.of());
  }

  /**
   * Reads the texts that lie in a folder under the names that the descriptions give.
   *
   * @param folder where the files lie
   * @param known the documents of the graph
   * @return those that are there; a document whose file is missing has no text
   * @throws IOException when the folder or a file in it cannot be read
   */
  public static Documents in(Path folder, Collection<DocumentRecord> known) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder");
    }
    Map<String, SourceText> texts = new TreeMap<>();
    for (DocumentRecord document : known) {
      Path file = folder.resolve(document.fileName()).normalize();
      if (folder.normalize().equals(file.getParent()) && Files.isRegularFile(file)) {
        texts.put(document.iri(), SourceText.read(document.iri(), file));
      }
    }
    return new Documents(folder, texts);
  }

  /** {@return the folder that was read, or nothing when none was given} */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /**
   * {@return the text of a document, if it is at hand}
   *
   * @param documentIri the document's IRI, without fragment
   */
  public Optional<SourceText> text(String documentIri) {
    return Optional.ofNullable(texts.get(documentIri));
  }

  /** {@return the texts at hand, ordered by IRI} */
  public Collection<SourceText> texts() {
    return texts.values();
  }
}
