// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Optional;

/** A map: land, water, places and ways between them, as a template draws it. */
record Drawing(
    String land,
    String sea,
    Point seaName,
    int width,
    int height,
    List<Spot> spots,
    List<Route> routes) {
  private static final double SEA_LONGITUDE = 50.9;
  private static final double SEA_LATITUDE = 39.4;

  /** A point of the picture, written as SVG wants it. */
  record Point(String x, String y) {}

  /**
   * A way from one place to another.
   *
   * @param row the event
   * @param label whence and whither, in words
   * @param path from one to the other, as the data of an SVG path
   */
  record Route(Sight.Row row, String label, String path) {
    /**
     * {@return a bow, so that there and back are two lines; it ends at the edge of the goal's
     * circle. Empty where both are one}
     */
    static Optional<String> path(Sight start, Sight end, Projection projection) {
      double x = projection.x(start.longitude());
      double y = projection.y(start.latitude());
      double dx = projection.x(end.longitude()) - x;
      double dy = projection.y(end.latitude()) - y;
      if (dx == 0 && dy == 0) {
        return Optional.empty();
      }
      double bendX = dx / 2 - dy * 0.18;
      double bendY = dy / 2 + dx * 0.18;
      double last = Math.hypot(dx - bendX, dy - bendY);
      double rest = Math.max(0, 1 - (Spot.radius(end) + 2) / last);
      return Optional.of(
          "M%s %sq%s %s %s %s"
              .formatted(
                  Projection.number(x),
                  Projection.number(y),
                  Projection.number(bendX),
                  Projection.number(bendY),
                  Projection.number(bendX + (dx - bendX) * rest),
                  Projection.number(bendY + (dy - bendY) * rest)));
    }
  }

  /** {@return the map of these places, all of which lie on it} */
  static Drawing of(Projection projection, List<Sight> places, List<Route> routes) {
    return new Drawing(
        Coast.path(projection),
        Coast.frame(projection),
        new Point(
            Projection.number(projection.x(SEA_LONGITUDE)),
            Projection.number(projection.y(SEA_LATITUDE))),
        Projection.WIDTH,
        projection.height(),
        Spot.of(places, projection),
        routes);
  }

  /** {@return a projection that shows all these places} */
  static Projection around(List<Sight> places) {
    return Projection.around(
        places.stream().map(p -> new double[] {p.longitude(), p.latitude()}).toList());
  }
}
