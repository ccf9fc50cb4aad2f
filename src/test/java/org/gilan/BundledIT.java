// SPDX-License-Identifier: Apache-2.0
package org.gilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/**
 * What is bundled, by the bill of materials of the build: under which licences, with which holes.
 */
class BundledIT {
  private static final Path BILL = Path.of("target/gilan.cdx.json");

  /** May be handed on with a program under Apache-2.0; of two that are offered, one is enough. */
  private static final Set<String> LICENCES =
      Set.of(
          "Apache-2.0", "MIT", "BSD-3-Clause", "EPL-2.0", "Unicode-3.0", "The (New) BSD License");

  private record Part(String name, String version, List<String> licences) {}

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

  @Test
  void mayBeHandedOn() {
    assertThat(parts())
        .hasSizeGreaterThan(30)
        .allMatch(part -> part.licences().stream().anyMatch(LICENCES::contains));
  }

  @Test
  void hasNoKnownHole() throws IOException {
    List<Part> parts = parts();
    for (Part part : parts) {
      assertThat(KnownHoles.of(part.name(), part.version())).isEmpty();
    }
    assertThat(parts.stream().map(Part::name))
        .as("the list knows nothing that is not bundled")
        .containsAll(KnownHoles.all().stream().map(KnownHoles.Hole::name).toList());
  }
}
