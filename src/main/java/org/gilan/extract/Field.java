// SPDX-License-Identifier: Apache-2.0
package org.gilan.extract;

import java.util.Locale;

/** What a citation can say of the thing cited. */
enum Field {
  /** Its class. */
  KIND,
  /** Who sent or issued it. */
  SENDER,
  /** To whom. */
  RECIPIENT,
  /** Who got a copy. */
  COPY,
  /** The date of a record, the year of a work. */
  DATE,
  /** Archive, fond, inventory and file. */
  PLACE,
  /** Sheets of the file. */
  SHEETS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
