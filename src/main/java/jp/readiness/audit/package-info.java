/** Keeps who did what and when, in a chain of hashes that shows any later change. */
@NullMarked
package jp.readiness.audit;

import org.jspecify.annotations.NullMarked;
