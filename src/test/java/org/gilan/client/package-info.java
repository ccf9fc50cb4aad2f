/**
 * Other people's programs ask the server: each test starts the real server with the real graph and
 * the real client. Start at {@link org.gilan.client.CurlIT}.
 */
package org.gilan.client;
