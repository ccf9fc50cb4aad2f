// SPDX-License-Identifier: Apache-2.0
package org.gilan.remote;

import java.net.URI;
import org.eclipse.jetty.client.Authentication;
import org.eclipse.jetty.client.AuthenticationStore;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.DigestAuthentication;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.Attributes;

/**
 * What a store asks for; never printed.
 *
 * @param user name and password, or null for none
 * @param password of the user
 * @param token sent as a bearer's, or null for none
 */
public record Credentials(String user, String password, String token) {
  /** {@return what the operator has set, which is read from nowhere else} */
  public static Credentials ofEnvironment() {
    return new Credentials(
        System.getenv("GILAN_STORE_USER"),
        System.getenv("GILAN_STORE_PASSWORD"),
        System.getenv("GILAN_STORE_TOKEN"));
  }

  /**
   * Has a client answer the store's question for name and password, Digest or Basic. What was
   * answered once goes with the next request: Jetty itself remembers it only where the store then
   * had what was asked for, and one that must ask again may do so without reading what is sent.
   *
   * @param client asks nobody else
   * @param address of the store
   */
  public void attach(HttpClient client, URI address) {
    if (user != null) {
      AuthenticationStore known = client.getAuthenticationStore();
      String realm = Authentication.ANY_REALM;
      known.addAuthentication(
          new Remembered(new DigestAuthentication(address, realm, user, password), known));
      known.addAuthentication(
          new Remembered(new BasicAuthentication(address, realm, user, password), known));
    }
  }

  /** What is answered once is known from then on. */
  private record Remembered(Authentication way, AuthenticationStore known)
      implements Authentication {
    @Override
    public boolean matches(String type, URI uri, String realm) {
      return way.matches(type, uri, realm);
    }

    @Override
    public Result authenticate(
        Request asked, ContentResponse answer, HeaderInfo header, Attributes attributes) {
      Result result = way.authenticate(asked, answer, header, attributes);
      if (result != null) {
        known.addAuthenticationResult(result);
      }
      return result;
    }
  }

  /**
   * Adds the token, if there is one.
   *
   * @param request to the store
   */
  public void attach(Request request) {
    if (token != null) {
      request.headers(headers -> headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token));
    }
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
