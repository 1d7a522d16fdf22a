/** One checker behind command line, server start, workbench, tests and CI: problems across YAML and DRL, and scenarios. */
@NullMarked
package jp.readiness.check;

import org.jspecify.annotations.NullMarked;
