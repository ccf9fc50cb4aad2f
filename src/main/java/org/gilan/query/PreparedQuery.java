// SPDX-License-Identifier: Apache-2.0
package org.gilan.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;

/**
 * A query that was read, checked and planned, to be run as often as it is asked, by any number of
 * threads at once.
 *
 * @param query as it was read; nobody changes it any more
 * @param plan in which order its patterns are matched; null for a DESCRIBE without a pattern
 * @param isChanging whether the same graph may give another answer each time
 * @param isPlain whether it calls no function that only we have, and asks nobody else
 * @param bytes what it takes, roughly
 */
public record PreparedQuery(
    Query query, Op plan, boolean isChanging, boolean isPlain, long bytes) {}
