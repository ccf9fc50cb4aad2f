/**
 * Words in, exit code out: the only code that prints or exits.
 *
 * <p>May import everything. Start at {@link org.gilan.cli.App}; each command is a class of its own.
 */
package org.gilan.cli;
