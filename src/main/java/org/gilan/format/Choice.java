// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

/**
 * A format as a client asked for it.
 *
 * @param format the format
 * @param type which of its media types
 */
public record Choice(ResultFormat format, String type) {
  /** {@return the {@code Content-Type} to send} */
  public String contentType() {
    return format.contentType(type);
  }
}
