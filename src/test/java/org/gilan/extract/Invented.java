// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gilan.check.Fixture;
import org.gilan.document.SourceText;
import org.gilan.graph.Assembly;
import org.gilan.graph.Sources;
import org.gilan.vocab.Gilan;

/** A project with people, bodies and archives of our invention, and texts that name them. */
public record Invented(Path home) {
  /** The document that a test writes. */
  public static final String DOCUMENT = Gilan.DOCUMENT + "lake";

  private static final String NAMES =
      """
      VERSION "1.2"
      BASE <https://w3id.org/gilan/>
      PREFIX gilan: <https://w3id.org/gilan/ontology#>
      PREFIX id: <https://w3id.org/gilan/id/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      # Names for the tests of extract.

      id:anna-lodge
        a gilan:Person ;
        rdfs:label "Anna Lodge"@en ;
        rdfs:label "آنا لاج"@fa ;
        gilan:nameBasis "آنا لاج (fa): the fixture"@en ;
        skos:altLabel "Лодж"@ru {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
        skos:altLabel "Lodge"@en {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .

      id:boris-reed
        a gilan:Person ;
        rdfs:label "Boris Reed"@en ;
        skos:altLabel "Рид"@ru {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .

      id:ferry-council
        a gilan:StateOrgan ;
        rdfs:label "Ferry Council"@en ;
        skos:altLabel "Bureau of the Ferry Council"@en {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .

      id:lake-archives
        a gilan:Archive ;
        rdfs:label "State Archives of the Lake"@en ;
        skos:altLabel "ГАО"@ru {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .

      id:mill-bay
        a gilan:Settlement ;
        rdfs:label "Mill"@en ;
      .

      id:mill-party
        a gilan:PoliticalParty ;
        rdfs:label "Mill"@en ;
      .

      id:mills
        a gilan:Unit ;
        rdfs:label "sacks"@en ;
      .

      id:mill-town
        a gilan:Settlement ;
        rdfs:label "Mill Town"@en ;
        skos:altLabel "İstanköy"@tr {| prov:wasDerivedFrom <document/fixture/0-12> |} ;
      .
      """;

  /**
   * Makes the project.
   *
   * @param folder an empty folder
   * @return the project
   */
  public static Invented in(Path folder) {
    try {
      Path home = Fixture.in(folder).home();
      Files.writeString(home.resolve("data/names.ttl"), NAMES);
      return new Invented(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the graph of the project} */
  public Assembly assembly() {
    return Assembly.of(Sources.read(home, List.of()), "test");
  }

  /**
   * {@return a text of the project under the document's IRI}
   *
   * @param words what to look for
   */
  public SourceText text(String words) {
    try {
      Path file = Files.writeString(home.resolve("documents/lake.txt"), words);
      return SourceText.read(DOCUMENT, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Extraction extraction(String words) {
    Assembly assembly = assembly();
    return Extraction.of(assembly, KnownNames.of(assembly, null), text(words));
  }
}
