// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gilan.vocab.Gilan;

/** Mints the local names of new things, in kebab case, from what is known of them. */
final class LocalNames {
  private static final int WORDS_OF_TITLE = 4;

  private LocalNames() {}

  /** {@return the parts joined into one local name; null parts are left out} */
  static String of(String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .map(LocalNames::kebab)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-"));
  }

  /** {@return a local name from an author's surname and the first words of a title} */
  static String ofWork(Publication work) {
    String author = work.author() == null ? "" : work.author().value();
    String surname = author.replaceAll("\\p{Lu}\\.", "").strip();
    String title =
        Stream.of(kebab(work.title().value()).split("-"))
            .limit(WORDS_OF_TITLE)
            .collect(Collectors.joining("-"));
    return of(surname, title);
  }

  /** {@return the local name of a thing of ours} */
  static String local(String iri) {
    return iri.substring(Gilan.ID.length());
  }

  private static String kebab(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
