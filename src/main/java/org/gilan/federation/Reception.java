// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.io.Content;

/**
 * Takes an answer in, up to a size. Jetty's own limit cuts an answer short, and calls it whole when
 * the other side ends it by closing the connection.
 */
final class Reception extends CompletableResponseListener {
  private final int most;
  private int received;
  private volatile boolean isTooLarge;

  Reception(Request request, int most) {
    super(request, most);
    this.most = most;
  }

  /** {@return whether there was more than we take; then the content is of no use} */
  boolean isTooLarge() {
    return isTooLarge;
  }

  @Override
  public void onHeaders(Response response) {
    isTooLarge = StrangersHeaders.number(response.getHeaders(), "Content-Length") > most;
    super.onHeaders(response);
  }

  @Override
  public void onContent(Response response, Content.Chunk chunk, Runnable demander)
      throws Exception {
    received += chunk.remaining();
    isTooLarge = received > most;
    super.onContent(response, chunk, demander);
  }
}
