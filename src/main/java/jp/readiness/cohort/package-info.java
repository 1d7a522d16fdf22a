/** Applicants that are looked at together: cohorts, the staff's decisions and notes, and the orientation's way to hand in. */
@NullMarked
package jp.readiness.cohort;

import org.jspecify.annotations.NullMarked;
