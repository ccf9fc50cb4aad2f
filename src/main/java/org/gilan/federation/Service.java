// SPDX-License-Identifier: Apache-2.0
package org.gilan.federation;

import java.net.URI;

/**
 * An endpoint that queries may ask.
 *
 * @param name the address that queries give, and messages
 * @param address where it is asked: the same, or a mirror
 */
record Service(String name, URI address) {}
