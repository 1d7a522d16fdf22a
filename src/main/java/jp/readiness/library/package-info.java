/** Holds which edition of each programme is live, and keeps every version that ever was. */
@NullMarked
package jp.readiness.library;

import org.jspecify.annotations.NullMarked;
