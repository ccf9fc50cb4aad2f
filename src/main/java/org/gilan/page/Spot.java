// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place on the map with its name beside it. Numbers are written as SVG wants them.
 *
 * @param place what is there
 * @param x from the left edge
 * @param y from the upper edge
 * @param radius of its circle
 * @param labelX where its name is anchored
 * @param labelY where its name stands
 * @param anchor which end of the name stands there: start, middle or end
 */
record Spot(
    Sight place, String x, String y, String radius, String labelX, String labelY, String anchor) {
  private static final double GLYPH = 7.6;
  private static final double LINE = 17;
  private static final double GAP = 5;

  /** A rectangle that is taken. */
  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** One way to set a name beside its circle. */
  private record Setting(double x, double y, String anchor, Box box) {}

  /**
   * {@return the places that lie on the map, the busiest first, their names out of each other's
   * way}
   */
  static List<Spot> of(List<Sight> places, Projection projection) {
    List<Sight> busiest =
        places.stream()
            .sorted(
                Comparator.comparingInt(Sight::weight)
                    .reversed()
                    .thenComparing(place -> place.name().text()))
            .toList();
    List<Box> taken = new ArrayList<>();
    busiest.forEach(place -> taken.add(circle(place, projection)));
    List<Spot> spots = new ArrayList<>();
    for (Sight place : busiest) {
      double x = projection.x(place.longitude());
      double y = projection.y(place.latitude());
      double radius = radius(place);
      List<Setting> settings = settings(x, y, radius, place.name().text().length() * GLYPH);
      Setting best =
          settings.stream()
              .filter(setting -> setting.box().left() > 0)
              .filter(setting -> setting.box().right() < Projection.WIDTH)
              .filter(setting -> taken.stream().noneMatch(setting.box()::meets))
              .findFirst()
              .orElse(settings.get(0));
      taken.add(best.box());
      spots.add(
          new Spot(
              place,
              Projection.number(x),
              Projection.number(y),
              Projection.number(radius),
              Projection.number(best.x() - x),
              Projection.number(best.y() - y),
              best.anchor()));
    }
    return spots;
  }

  /** {@return how large the circle of a place is} */
  static double radius(Sight place) {
    return 4 + 2.4 * Math.sqrt(place.weight());
  }

  private static Box circle(Sight place, Projection projection) {
    double radius = radius(place) * 0.8;
    double x = projection.x(place.longitude());
    double y = projection.y(place.latitude());
    return new Box(x - radius, y - radius, x + radius, y + radius);
  }

  private static List<Setting> settings(double x, double y, double radius, double width) {
    double off = radius + GAP;
    double slant = radius * 0.7 + GAP;
    return List.of(
        right(x + off, y + 5, width),
        left(x - off, y + 5, width),
        middle(x, y + off + 10, width),
        middle(x, y - off, width),
        right(x + slant, y + slant + 8, width),
        right(x + slant, y - slant, width),
        left(x - slant, y + slant + 8, width),
        left(x - slant, y - slant, width));
  }

  private static Setting right(double x, double y, double width) {
    return new Setting(x, y, "start", new Box(x, y - LINE + 4, x + width, y + 4));
  }

  private static Setting left(double x, double y, double width) {
    return new Setting(x, y, "end", new Box(x - width, y - LINE + 4, x, y + 4));
  }

  private static Setting middle(double x, double y, double width) {
    return new Setting(x, y, "middle", new Box(x - width / 2, y - LINE + 4, x + width / 2, y + 4));
  }
}
