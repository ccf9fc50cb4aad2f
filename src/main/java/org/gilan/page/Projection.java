// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.List;
import java.util.Locale;

/**
 * Mercator's projection of a part of the earth onto a picture whose width is {@link #WIDTH}.
 *
 * @param west the longitude of the left edge
 * @param north the projected latitude of the upper edge
 * @param scale units of the picture for one degree of longitude
 * @param height of the picture
 */
record Projection(double west, double north, double scale, int height) {
  /** The width of every picture. */
  static final int WIDTH = 1000;

  private static final double MARGIN = 0.08;
  private static final double TALLEST = 1.05;

  /**
   * {@return a projection that shows all these points with some room around them}
   *
   * @param points longitude and latitude of each
   */
  static Projection around(List<double[]> points) {
    double west = points.stream().mapToDouble(p -> p[0]).min().orElse(25);
    double east = points.stream().mapToDouble(p -> p[0]).max().orElse(62);
    double south = points.stream().mapToDouble(p -> mercator(p[1])).min().orElse(mercator(28));
    double north = points.stream().mapToDouble(p -> mercator(p[1])).max().orElse(mercator(62));
    double wide = Math.max(Math.max(east - west, (north - south) / TALLEST), 1);
    double tall = Math.max(north - south, wide * 0.7);
    double edge = wide * MARGIN;
    double middle = (west + east) / 2;
    double scale = WIDTH / (wide + 2 * edge);
    return new Projection(
        middle - wide / 2 - edge,
        (north + south) / 2 + tall / 2 + edge,
        scale,
        (int) Math.round((tall + 2 * edge) * scale));
  }

  /** {@return the distance of a longitude from the left edge} */
  double x(double longitude) {
    return (longitude - west) * scale;
  }

  /** {@return the distance of a latitude from the upper edge} */
  double y(double latitude) {
    return (north - mercator(latitude)) * scale;
  }

  /** {@return a number as SVG wants it, in any locale} */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static double mercator(double latitude) {
    return Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)));
  }
}
