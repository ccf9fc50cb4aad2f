// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/** What is bundled, by the bill of materials of the build: under which licences, how old. */
class BundledIT {
  private static final Path BILL = Path.of("target/gilan.cdx.json");
  private static final Path HOLES = Path.of("src/test/resources/known-holes.tsv");

  /** May be handed on with a program under Apache-2.0; of two that are offered, one is enough. */
  private static final Set<String> LICENCES =
      Set.of("Apache-2.0", "MIT", "BSD-3-Clause", "EPL-2.0", "The (New) BSD License");

  private record Part(String name, String version, List<String> licences) {}

  private record Hole(String id, String name, String mended) {
    boolean isIn(Part part) {
      return part.name().equals(name)
          && Arrays.compare(numbers(part.version()), numbers(mended)) < 0;
    }
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("[^0-9]+"))
        .filter(number -> !number.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static Stream<JsonValue> stream(JsonValue array) {
    return StreamSupport.stream(array.getAsArray().spliterator(), false);
  }

  private static List<Part> parts() {
    return stream(JSON.read(BILL.toString()).get("components"))
        .map(value -> part(value.getAsObject()))
        .toList();
  }

  private static Part part(JsonObject json) {
    return new Part(
        json.get("group").getAsString().value() + ":" + json.get("name").getAsString().value(),
        json.get("version").getAsString().value(),
        stream(json.get("licenses"))
            .map(licence -> licence.getAsObject().get("license").getAsObject())
            .map(licence -> licence.get(licence.hasKey("id") ? "id" : "name"))
            .map(name -> name.getAsString().value())
            .toList());
  }

  private static List<Hole> holes() throws IOException {
    return Files.readAllLines(HOLES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .map(cells -> new Hole(cells[0], cells[1], cells[2]))
        .toList();
  }

  @Test
  void mayBeHandedOn() {
    assertThat(parts())
        .hasSizeGreaterThan(30)
        .allMatch(part -> part.licences().stream().anyMatch(LICENCES::contains));
  }

  @Test
  void hasNoKnownHole() throws IOException {
    List<Part> parts = parts();
    List<Hole> holes = holes();
    assertThat(holes).hasSizeGreaterThan(10);
    assertThat(parts)
        .extracting(Part::name)
        .as("a hole in what is not bundled is checked for nothing")
        .containsAll(holes.stream().map(Hole::name).toList());
    assertThat(parts).noneMatch(part -> holes.stream().anyMatch(hole -> hole.isIn(part)));
  }

  @Test
  void findsTheHoleInAnOldVersion() throws IOException {
    Part old = new Part("org.apache.jena:jena-arq", "4.8.0", List.of());
    assertThat(holes())
        .filteredOn(hole -> hole.isIn(old))
        .extracting(Hole::id)
        .containsExactly("CVE-2023-32200");
  }
}
