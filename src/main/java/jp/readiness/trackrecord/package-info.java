/** What outcomes say about predictions: how well they held, how sure one can be, and which weights they suggest. */
@NullMarked
package jp.readiness.trackrecord;

import org.jspecify.annotations.NullMarked;
