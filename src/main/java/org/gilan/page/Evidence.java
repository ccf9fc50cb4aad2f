// SPDX-License-Identifier: Apache-2.0
package org.gilan.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Who says a fact, as a template shows it.
 *
 * @param href the claim's page
 * @param source the document's short name
 * @param remarks what keeps the claim from being a plain accepted assertion; mostly empty
 */
record Evidence(String href, String source, List<String> remarks) {

  /** {@return how a page refers to this claim} */
  static Evidence of(Claims.Claim claim, LinkedWording wording) {
    List<String> remarks = new ArrayList<>();
    if (!claim.isAsserted()) {
      remarks.add(wording.text(claim.stance()));
    }
    if (!claim.isAccepted()) {
      remarks.add(wording.text(claim.standing()));
    }
    String source = claim.document() == null ? "no document" : wording.text(claim.document());
    return new Evidence(wording.term(claim.node()).href(), source, remarks);
  }
}
