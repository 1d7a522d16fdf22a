/** Where policy staff read the rules, change them in drafts, have a colleague approve, publish, and go back. */
@NullMarked
package jp.readiness.workbench;

import org.jspecify.annotations.NullMarked;
