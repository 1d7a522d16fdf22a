/** The command line: the same checks and advice without a server. */
@NullMarked
package jp.readiness.cli;

import org.jspecify.annotations.NullMarked;
