// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

/**
 * How well one field was read.
 *
 * @param field its name
 * @param read how many values the program read
 * @param right how many of them the curated graph has too
 * @param curated how many values people found in the same place
 * @param found how many of those the program read
 */
public record FieldScore(String field, int read, int right, int curated, int found) {

  /** {@return the share of what was read that is right; 1 when nothing was read} */
  public double precision() {
    return read == 0 ? 1 : (double) right / read;
  }

  /** {@return the share of what people found that was read; 1 when they found nothing} */
  public double recall() {
    return curated == 0 ? 1 : (double) found / curated;
  }

  FieldScore plus(FieldScore other) {
    return new FieldScore(
        field,
        read + other.read,
        right + other.right,
        curated + other.curated,
        found + other.found);
  }
}
