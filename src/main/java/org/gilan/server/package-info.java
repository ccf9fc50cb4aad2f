/**
 * The way of a request: {@code Gate} reads it, {@code Routes} says who answers, a {@code Route}
 * does, {@code Body} and {@code Reply} send it. Read only, nothing to manage.
 *
 * <p>Imports {@code federation}, {@code page}, {@code query}, {@code format}, {@code catalogue},
 * {@code graph}, {@code remote} and {@code vocab}. Start at {@link org.gilan.server.GilanServer}.
 */
package org.gilan.server;
