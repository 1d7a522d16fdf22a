/** What became of the members of cohorts: noting it, by page or file, and the track record of the predictions. */
@NullMarked
package jp.readiness.outcome;

import org.jspecify.annotations.NullMarked;
