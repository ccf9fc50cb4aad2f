// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.gilan.format.Choice;
import org.gilan.format.Negotiation;
import org.gilan.format.ResultFormat;
import org.gilan.query.Capacity;

/** One request, read whole, and the {@link Reply} to it. Used by one thread. */
final class Exchange {
  /** Fuseki's name for the parameter, that of many other servers, and Virtuoso's. */
  private static final List<String> FORMAT_PARAMETERS = List.of("output", "format", "results");

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Request request;
  private final Reply reply;
  private final String path;
  private final byte[] body;
  private Parameters parameters;
  private Negotiation accepted;
  private String id;

  Exchange(Request request, Reply reply, String path, byte[] body) {
    this.request = request;
    this.reply = reply;
    this.path = path;
    this.body = body;
  }

  /** {@return the name that the answer and the log have for this request} */
  String id() {
    if (id == null) {
      id = RequestId.next();
    }
    return id;
  }

  /**
   * Does what is asked within the limits, as long as the client waits for it.
   *
   * @param capacity what there is for all that are asked
   * @param task what is asked
   */
  <E extends Exception> void run(Capacity capacity, Capacity.Task<E> task) throws E {
    run(capacity, QueryRequest.timeout(this), task);
  }

  /** Does the same, of whose time some may be spent. */
  <E extends Exception> void run(Capacity capacity, Duration timeout, Capacity.Task<E> task)
      throws E {
    capacity.run(
        timeout,
        work -> {
          reply.watch(work.cancel());
          task.run(work);
        });
  }

  Reply reply() {
    return reply;
  }

  String method() {
    return request.getMethod();
  }

  /** {@return the decoded path, without the other names that some addresses have} */
  String path() {
    return path;
  }

  /** {@return the path as it was asked for} */
  String address() {
    String address = request.getHttpURI().getPath();
    return address == null ? "/" : address;
  }

  /** {@return from where the links of a page lead: the path, unless none of ours is as long} */
  String asked() {
    return address().length() > Settings.PATH ? "/" : address();
  }

  /** {@return the part of the address after the question mark, as it was sent; empty for none} */
  String query() {
    String query = request.getHttpURI().getQuery();
    return query == null ? "" : query;
  }

  byte[] body() {
    return body;
  }

  /** {@return the media type of the body in lower case, without parameters; empty when not said} */
  String bodyType() {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** Refuses a body that says it is in another encoding than UTF-8; the standards know no other. */
  void requireUtf8(String what) {
    String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at >= 0) {
      String charset = type.substring(at + "charset=".length()).split(";")[0].replace("\"", "");
      if (!charset.strip().equalsIgnoreCase("utf-8")) {
        throw new Problem(
            415, what + " is sent as UTF-8, not as " + charset, "Leave the charset out.");
      }
    }
  }

  /** {@return the parameters of the address, and of the body if it is a form} */
  Parameters parameters() {
    if (parameters == null) {
      parameters = new Parameters();
      parameters.add(request.getHttpURI().getQuery());
      if (bodyType().equals(FORM)) {
        requireUtf8("A form");
        parameters.add(body);
      }
    }
    return parameters;
  }

  /** {@return the first value of a parameter, or null} */
  String parameter(String name) {
    return parameters().first(name);
  }

  /** {@return the first value of a parameter; empty for none} */
  String value(String name) {
    String value = parameter(name);
    return value == null ? "" : value;
  }

  /** {@return what the client accepts} */
  Negotiation accepted() {
    if (accepted == null) {
      accepted =
          Negotiation.of(String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT)));
    }
    return accepted;
  }

  /** {@return whether the client would rather see a page than text} */
  boolean isBrowser() {
    return accepted().prefersHtml(List.of(ResultFormat.values()));
  }

  /** {@return the format that a parameter names; empty when none does, or one not offered} */
  Optional<Choice> named(List<ResultFormat> offered) {
    for (String parameter : FORMAT_PARAMETERS) {
      String name = parameter(parameter);
      if (name != null) {
        Optional<Choice> choice = ResultFormat.named(name, offered);
        if (choice.isPresent()) {
          return choice;
        }
      }
    }
    return Optional.empty();
  }

  /** {@return whether a parameter names a format, known or not} */
  boolean namesFormat() {
    return FORMAT_PARAMETERS.stream().anyMatch(parameters()::has);
  }

  /**
   * {@return the format that is asked for; the first when it is none of those offered}
   *
   * <p>A parameter comes before the header, because whoever writes one cannot set the other. A name
   * that is not known here is passed over: SPARQLWrapper and others always send their own.
   */
  Choice chosen(List<ResultFormat> offered) {
    reply.varyByAccept();
    return named(offered)
        .or(() -> accepted().choose(offered))
        .orElseGet(() -> new Choice(offered.get(0), offered.get(0).type()));
  }

  /** {@return whether nothing that is kept is to be sent, RFC 9111 section 5.2.1.4} */
  boolean wantsItFresh() {
    return request.getHeaders().contains(HttpHeader.CACHE_CONTROL, "no-cache");
  }

  /** {@return whether a page of another site asks, as browsers say} */
  boolean isOfAnotherSite() {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin != null && !(host() + "/").startsWith(origin + "/");
  }

  /** {@return this server as the client names it, for instance {@code http://localhost:3030}} */
  String host() {
    return request.getHttpURI().getScheme() + "://" + authority() + Prefix.of(request);
  }

  private String authority() {
    String authority = request.getHttpURI().getAuthority();
    return authority == null ? Request.getServerName(request) : authority;
  }

  /** {@return the body as text; 400 when it is not UTF-8} */
  String text(String what) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(body)).toString();
    } catch (java.nio.charset.CharacterCodingException e) {
      throw Problem.badRequest(what + " is not UTF-8", "Save it as UTF-8 and send it again.");
    }
  }
}
