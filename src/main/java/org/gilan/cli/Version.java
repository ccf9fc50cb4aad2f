// SPDX-License-Identifier: Apache-2.0
package org.gilan.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version from the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"gilan " + current()};
  }

  /** {@return the version, {@code dev} when run from class files} */
  static String current() {
    return Optional.ofNullable(App.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
