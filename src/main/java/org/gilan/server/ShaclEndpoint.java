// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SHACL_Validation;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shared.JenaException;

/**
 * Validates the graph against shapes that are sent, as Fuseki's own operation does ({@code
 * ?graph=}, {@code ?target=}, report in the form asked for), with three differences: there is a
 * time limit, forms that could make the server fetch something are not read, and a missing {@code
 * ?graph=} means the default graph.
 */
final class ShaclEndpoint extends SHACL_Validation {
  /** JSON-LD is missing on purpose: its contexts would be fetched. */
  private static final Map<String, Lang> FORMS =
      Map.of(
          "text/turtle", Lang.TURTLE,
          "application/n-triples", Lang.NTRIPLES,
          "application/rdf+xml", Lang.RDFXML,
          "text/shaclc", Lang.SHACLC);

  private final Duration limit;

  ShaclEndpoint(Duration limit) {
    this.limit = limit;
  }

  @Override
  protected void doPost(HttpAction action) {
    action.beginRead();
    try {
      Graph data = new TimedGraph(target(action), limit);
      ValidationReport report = report(shapes(action), data, action.getRequestParameter("target"));
      StreamedReply.send(action, report.getGraph());
    } finally {
      action.endRead();
    }
  }

  private static Graph target(HttpAction action) {
    if (action.getRequestParameter("graph") == null) {
      return action.getActiveDSG().getDefaultGraph();
    }
    return GraphEndpoint.graph(action, action.getActiveDSG());
  }

  private static Shapes shapes(HttpAction action) {
    String type = action.getRequestContentType();
    String form = type == null ? "text/turtle" : type.split(";")[0].strip();
    Lang lang = FORMS.get(form.toLowerCase(Locale.ROOT));
    if (lang == null) {
      ServletOps.error(
          HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
          "Shapes are read as text/turtle, application/n-triples, application/rdf+xml or"
              + " text/shaclc, not as "
              + form
              + ".");
    }
    try {
      return Shapes.parse(
          RDFParser.source(action.getRequestInputStream())
              .lang(lang)
              .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
              .toGraph());
    } catch (JenaException | ClassCastException e) {
      // The parser of shapes casts numbers without looking.
      ServletOps.errorBadRequest("The shapes cannot be read: " + e.getMessage());
      throw e;
    } catch (IOException e) {
      throw new RuntimeIOException(e);
    }
  }

  private static ValidationReport report(Shapes shapes, Graph data, String target) {
    if (target == null) {
      return ShaclValidator.get().validate(shapes, data);
    }
    Node node = NodeFactory.createURI(data.getPrefixMapping().expandPrefix(target));
    return ShaclValidator.get().validate(shapes, data, node);
  }
}
