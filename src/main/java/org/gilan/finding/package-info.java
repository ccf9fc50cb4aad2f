/**
 * What is wrong and where: the one form in which every part of the program reports bad input.
 *
 * <p>Imports nothing of ours, so that all may use it. Start at {@link org.gilan.finding.Finding}.
 */
package org.gilan.finding;
