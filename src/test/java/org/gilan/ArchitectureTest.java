// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, and the sizes we keep to. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.gilan");

  @Test
  void findsTheClasses() {
    assertThat(CLASSES).hasSizeGreaterThan(80);
  }

  @Test
  void pointsItsDependenciesDownwards() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("org.gilan.cli..")
        .layer("server")
        .definedBy("org.gilan.server..")
        .layer("release")
        .definedBy("org.gilan.release..")
        .layer("wikidata")
        .definedBy("org.gilan.wikidata..")
        .layer("page")
        .definedBy("org.gilan.page..")
        .layer("extract")
        .definedBy("org.gilan.extract..")
        .layer("query")
        .definedBy("org.gilan.query..")
        .layer("check")
        .definedBy("org.gilan.check..")
        .layer("graph")
        .definedBy("org.gilan.graph..")
        .layer("store")
        .definedBy("org.gilan.store..")
        .layer("remote")
        .definedBy("org.gilan.remote..")
        .layer("catalogue")
        .definedBy("org.gilan.catalogue..")
        .layer("claim")
        .definedBy("org.gilan.claim..")
        .layer("document")
        .definedBy("org.gilan.document..")
        .layer("federation")
        .definedBy("org.gilan.federation..")
        .layer("finding")
        .definedBy("org.gilan.finding..")
        .layer("format")
        .definedBy("org.gilan.format..")
        .layer("vocab")
        .definedBy("org.gilan.vocab..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("server")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("release")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("wikidata")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("page")
        .mayOnlyBeAccessedByLayers("cli", "server", "release")
        .whereLayer("extract")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("query")
        .mayOnlyBeAccessedByLayers("cli", "server", "page")
        .whereLayer("format")
        .mayOnlyBeAccessedByLayers("cli", "server", "release", "page", "query")
        .whereLayer("check")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("federation")
        .mayOnlyBeAccessedByLayers("cli", "server", "query", "wikidata", "remote")
        .whereLayer("store")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("remote")
        .mayOnlyBeAccessedByLayers("cli", "server", "release", "query")
        .whereLayer("graph")
        .mayOnlyBeAccessedByLayers(
            "cli",
            "server",
            "release",
            "page",
            "query",
            "check",
            "extract",
            "wikidata",
            "store",
            "remote")
        .whereLayer("catalogue")
        .mayOnlyBeAccessedByLayers("cli", "server", "page", "check", "graph")
        .whereLayer("claim")
        .mayOnlyBeAccessedByLayers("graph", "check", "cli", "page", "extract", "wikidata")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("org.gilan.format..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.gilan.query..",
            "org.gilan.page..",
            "org.gilan.graph..",
            "org.gilan.vocab..",
            "org.eclipse.jetty.server..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("org.gilan.document..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.gilan.claim..", "org.gilan.catalogue..", "org.gilan.graph..")
        .check(CLASSES);
  }

  @Test
  void hasNoCycles() {
    slices().matching("org.gilan.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void printsAndExitsOnlyInTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.gilan.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void keepsFilesShort() throws IOException {
    assertLines("src/main/java", ".java", 300, 80);
    assertLines("queries", ".rq", 60, 12);
    assertLines("docs", ".md", 200, 3);
  }

  private static void assertLines(String folder, String ending, int limit, int atLeast)
      throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(folder))) {
      List<Path> files = walk.filter(f -> f.toString().endsWith(ending)).toList();
      assertThat(files).hasSizeGreaterThanOrEqualTo(atLeast);
      for (Path file : files) {
        assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(limit);
      }
    }
  }

  @Test
  void describesEveryPackage() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java/org/gilan"), 1)) {
      List<Path> packages = walk.filter(Files::isDirectory).skip(1).toList();
      assertThat(packages).hasSizeGreaterThan(8);
      assertThat(packages).allMatch(p -> Files.exists(p.resolve("package-info.java")));
    }
  }

  /** What a package says of its imports is what it imports; the command line says "everything". */
  @Test
  void tellsOfEachPackageWhatItImports() throws IOException {
    int told = 0;
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java/org/gilan"), 1)) {
      for (Path folder : walk.filter(Files::isDirectory).skip(1).toList()) {
        String info =
            Files.readString(folder.resolve("package-info.java")).replaceAll("\\s+\\* ?", " ");
        Matcher said = Pattern.compile("Imports (.*?)\\. ").matcher(info);
        if (said.find()) {
          told++;
          Set<String> names = new TreeSet<>(all(CODE, said.group(1).split(";")[0]));
          assertThat(names).as(folder.toString()).isEqualTo(imports(folder));
        }
      }
    }
    assertThat(told).isGreaterThan(10);
  }

  private static final Pattern CODE = Pattern.compile("\\{@code (\\w+)\\}");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?org\\.gilan\\.(\\w+)");

  private static Set<String> imports(Path folder) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        names.addAll(all(IMPORT, Files.readString(file)));
      }
    }
    names.remove(folder.getFileName().toString());
    return names;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }
}
