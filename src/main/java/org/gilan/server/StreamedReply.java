// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/**
 * Writes what the dataset answers, piece by piece, in the form asked for. Jena's own choice of form
 * takes names that it does not know for errors and {@code q=0} for consent, and fails half-way in
 * forms that cannot hold triple terms.
 */
final class StreamedReply {
  private StreamedReply() {}

  /** Writes an answer; it may fail with any unchecked exception. */
  interface Body {
    void write(OutputStream out) throws IOException;
  }

  /** Sends an answer. If it fails while nothing is sent, nothing of it is left. */
  static void send(HttpAction action, Form form, Body body) {
    HttpServletResponse response = action.getResponse();
    response.setHeader("Vary", "Accept, Accept-Encoding");
    EntityTag.offer(action.getRequest(), response);
    action.setResponseContentType(form.contentType());
    ServletOps.success(action);
    try {
      body.write(action.getResponseOutputStream());
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    } catch (RuntimeException e) {
      if (response.isCommitted()) {
        WholeAnswers.cut(action.getRequest());
      } else {
        response.resetBuffer();
        response.setHeader(EntityTag.HEADER, null);
      }
      throw e;
    }
  }

  /** Sends a graph; 406 when the form asked for cannot hold it. */
  static void send(HttpAction action, Graph graph) {
    send(action, DatasetGraphFactory.wrap(graph), Form.GRAPHS);
  }

  /**
   * Sends a dataset, or of one that is sent as a graph the default graph; 406 when the form asked
   * for cannot hold it.
   */
  static void send(HttpAction action, DatasetGraph dataset, List<Form> offered) {
    boolean tripleTerms = holdsTripleTerms(dataset);
    Form form =
        tripleTerms
            ? Form.askedForTripleTerms(action.getRequest(), offered)
                .orElseThrow(() -> notAcceptable(action, offered))
            : Form.asked(action.getRequest(), offered);
    Lang lang = form.lang();
    RDFFormat format = ActionLib.getNetworkFormatForLang(lang);
    Body body;
    if (tripleTerms && (lang == Lang.TURTLE || lang == Lang.TRIG)) {
      DatasetGraph sent =
          lang == Lang.TRIG ? dataset : DatasetGraphFactory.wrap(dataset.getDefaultGraph());
      body = out -> TripleTermTurtle.write(out, sent);
    } else if (RDFLanguages.isQuads(lang)) {
      body = out -> RDFDataMgr.write(out, dataset, format);
    } else {
      body = out -> RDFDataMgr.write(out, dataset.getDefaultGraph(), format);
    }
    try {
      send(action, form, body);
    } catch (RuntimeIOException e) {
      throw e;
    } catch (JenaException e) {
      ServletOps.error(
          HttpServletResponse.SC_NOT_ACCEPTABLE,
          form.type() + " cannot hold this: " + e.getMessage());
    }
  }

  private static boolean holdsTripleTerms(DatasetGraph dataset) {
    return dataset.stream().anyMatch(quad -> quad.getObject().isTripleTerm());
  }

  private static RuntimeException notAcceptable(HttpAction action, List<Form> offered) {
    Map<Lang, String> possible = new LinkedHashMap<>();
    offered.stream()
        .filter(Form::holdsTripleTerms)
        .forEach(form -> possible.putIfAbsent(form.lang(), form.type()));
    ServletOps.error(
        HttpServletResponse.SC_NOT_ACCEPTABLE,
        Form.asked(action.getRequest(), offered).type()
            + " cannot hold the triple terms of RDF 1.2 that are in this answer. Ask for one of "
            + String.join(", ", possible.values())
            + ".");
    throw new AssertionError();
  }
}
