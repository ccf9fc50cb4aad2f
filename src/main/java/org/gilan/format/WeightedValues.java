// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import org.eclipse.jetty.http.ComplianceViolation;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * The values of a header with their weights, RFC 9110 section 12.4.2, read as Jetty does but for
 * what is not well written: a weight that is no number is none instead of a 0, and white space or
 * quotes out of place are no error.
 */
public final class WeightedValues extends QuotedQualityCSV {
  private static final String WEIGHT = "q=";
  private static final String NUMBER = "\\d+\\.?\\d*|\\.\\d+";

  @Override
  protected void parsedParam(StringBuilder buffer, int valueLength, int name, int value) {
    if (name >= 0 && value > name && buffer.substring(name, value).startsWith(WEIGHT)) {
      if (!buffer.substring(value).matches(NUMBER)) {
        buffer.setLength(Math.max(0, name - 1));
        return;
      }
    }
    super.parsedParam(buffer, valueLength, name, value);
  }

  @Override
  protected void onComplianceViolation(ComplianceViolation violation, String value) {
    // What can be read of it counts.
  }
}
