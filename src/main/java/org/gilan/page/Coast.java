// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonValue;

/**
 * The land from 25° to 62° E and from 28° to 62° N, without any border. Natural Earth 1:10 million
 * by way of the npm package world-atlas 2.0.2, public domain, clipped and simplified.
 */
final class Coast {
  /** What the data cover: west, south, east, north. */
  static final double[] EXTENT = {25, 28, 62, 62};

  private static final String FILE = "/web/coast.geojson";
  private static final List<JsonArray> RINGS = read();

  private Coast() {}

  /** {@return whether the land around a point is known} */
  static boolean covers(double longitude, double latitude) {
    return longitude >= EXTENT[0]
        && longitude <= EXTENT[2]
        && latitude >= EXTENT[1]
        && latitude <= EXTENT[3];
  }

  /** {@return the land as the data of an SVG path} */
  static String path(Projection projection) {
    StringBuilder path = new StringBuilder();
    for (JsonArray ring : RINGS) {
      char step = 'M';
      for (JsonValue point : ring) {
        path.append(step)
            .append(Projection.number(projection.x(number(point, 0))))
            .append(' ')
            .append(Projection.number(projection.y(number(point, 1))));
        step = 'L';
      }
      path.append('Z');
    }
    return path.toString();
  }

  /** {@return the edge of what is known, land and water, as the data of an SVG path} */
  static String frame(Projection projection) {
    String west = Projection.number(projection.x(EXTENT[0]));
    String south = Projection.number(projection.y(EXTENT[1]));
    String east = Projection.number(projection.x(EXTENT[2]));
    String north = Projection.number(projection.y(EXTENT[3]));
    return "M%s %sH%sV%sH%sZ".formatted(west, north, east, south, west);
  }

  private static List<JsonArray> read() {
    try (InputStream in = Coast.class.getResourceAsStream(FILE)) {
      List<JsonArray> rings = new ArrayList<>();
      for (JsonValue shape : JSON.parse(in).get("geometries").getAsArray()) {
        for (JsonValue polygon : shape.getAsObject().get("coordinates").getAsArray()) {
          polygon.getAsArray().forEach(ring -> rings.add(ring.getAsArray()));
        }
      }
      return rings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(JsonValue point, int index) {
    return point.getAsArray().get(index).getAsNumber().value().doubleValue();
  }
}
