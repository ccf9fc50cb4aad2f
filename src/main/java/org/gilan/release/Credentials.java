// SPDX-License-Identifier: Apache-2.0
package org.gilan.release;

/**
 * What a store asks for before it is written to; never printed.
 *
 * @param user name and password, or null for none
 * @param password of the user
 * @param token sent as a bearer's, or null for none
 */
public record Credentials(String user, String password, String token) {
  @Override
  public String toString() {
    return "credentials";
  }
}
