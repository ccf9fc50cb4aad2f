// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The forms in which an answer can be written. */
public enum Format {
  /** Columns for people. */
  TABLE(ResultSetLang.RS_Text),
  /** SPARQL 1.1 Query Results CSV. */
  CSV(ResultSetLang.RS_CSV),
  /** SPARQL 1.1 Query Results TSV. */
  TSV(ResultSetLang.RS_TSV),
  /** SPARQL 1.1 Query Results JSON. */
  JSON(ResultSetLang.RS_JSON),
  /** SPARQL Query Results XML. */
  XML(ResultSetLang.RS_XML),
  /** Turtle, for CONSTRUCT and DESCRIBE. */
  TURTLE(Lang.TURTLE);

  private final Lang lang;

  Format(Lang lang) {
    this.lang = lang;
  }

  Lang lang() {
    return lang;
  }

  /** {@return the name as users write it} */
  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
