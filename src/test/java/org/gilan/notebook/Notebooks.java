// SPDX-License-Identifier: Apache-2.0
package org.gilan.notebook;

import org.gilan.Installed;

/** What runs the notebooks. */
final class Notebooks {
  private Notebooks() {}

  /**
   * Skips the test unless Debian's own Python has what {@code notebooks/requirements.txt} names.
   */
  static void require() {
    Installed.require(
        "apt install what notebooks/README.md says",
        "/usr/bin/python3",
        "-c",
        "import ipykernel, IPython, matplotlib, nbclient, nbformat, networkx, numpy, pandas, requests");
    Installed.require("apt install curl", "curl", "--version");
  }
}
