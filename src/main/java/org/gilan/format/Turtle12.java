// SPDX-License-Identifier: Apache-2.0
package org.gilan.format;

import java.io.OutputStream;
import java.util.TreeMap;
import org.apache.jena.atlas.io.AWriter;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.StreamRDFOps;
import org.apache.jena.riot.writer.WriterStreamRDFBlocks;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;

/**
 * Writes Turtle 1.2, or TriG, with triple terms, so that Jena can read it too: its parser does not
 * know {@code true} and {@code false} inside a triple term, though its own writer puts them there.
 */
final class Turtle12 extends WriterStreamRDFBlocks {
  private Turtle12(OutputStream out) {
    super(out, Context.emptyContext());
    fmt =
        new NodeFormatterTTL(null, pMap, nodeToLabel) {
          @Override
          protected boolean writeLiteralAbbreviated(AWriter w, String text, String datatype) {
            return !XSD.xboolean.getURI().equals(datatype)
                && super.writeLiteralAbbreviated(w, text, datatype);
          }
        };
  }

  static void write(OutputStream out, DatasetGraph dataset) {
    Turtle12 writer = new Turtle12(out);
    writer.start();
    writer.version("1.2");
    new TreeMap<>(dataset.prefixes().getMapping()).forEach(writer::prefix);
    StreamRDFOps.sendTriplesQuadsToStream(dataset, writer);
    writer.finish();
  }
}
