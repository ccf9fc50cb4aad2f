// SPDX-License-Identifier: Apache-2.0
package org.gilan.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;

/**
 * Lets clients keep answers: with the tag of an earlier answer they hear that it still holds (304),
 * and get it anew when it does not. The next server may have another graph.
 *
 * <p>The tags are weak: two answers with one tag say the same, but an answer may be compressed, and
 * rows may come in another order.
 */
final class EntityTag {
  static final String HEADER = "ETag";

  private static final String ATTRIBUTE = EntityTag.class.getName();

  private EntityTag() {}

  /** {@return the tag of what is known by these bytes} */
  static String of(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] some = Arrays.copyOf(hash, 18);
      return "W/\"" + Base64.getUrlEncoder().encodeToString(some) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@return the tag of the answer to a GET or HEAD, known before it is answered: on one server the
   * same question has the same answer}
   *
   * @param run tells this server from any other
   */
  static String of(HttpServletRequest request, String run) {
    return of(
        String.join(
                "\n",
                run,
                request.getRequestURI(),
                String.valueOf(request.getQueryString()),
                String.join(",", Collections.list(request.getHeaders("Accept"))))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Sends 304 with the tag and returns true if the client has what the tag stands for. */
  static boolean isKnown(HttpServletRequest request, HttpServletResponse response, String tag)
      throws IOException {
    for (String known :
        String.join(",", Collections.list(request.getHeaders("If-None-Match"))).split(",")) {
      if (known.strip().equals(tag)) {
        set(response, tag);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        // Without this the container would announce a length of 0, which is not that of the answer.
        response.flushBuffer();
        return true;
      }
    }
    return false;
  }

  /** Sends the tag; unless said otherwise, clients may keep the answer but must ask each time. */
  static void set(HttpServletResponse response, String tag) {
    response.setHeader(HEADER, tag);
    if (response.getHeader("Cache-Control") == null) {
      response.setHeader("Cache-Control", "no-cache");
    }
  }

  /** Notes the tag for {@link #offer}, which is called if the answer succeeds. */
  static void note(HttpServletRequest request, String tag) {
    request.setAttribute(ATTRIBUTE, tag);
  }

  /** Forgets the tag: the same question may have another answer. */
  static void forget(HttpServletRequest request) {
    request.removeAttribute(ATTRIBUTE);
  }

  /** Sends the tag that was noted; without one, the answer is not kept. */
  static void offer(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(ATTRIBUTE) instanceof String tag) {
      set(response, tag);
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
  }
}
