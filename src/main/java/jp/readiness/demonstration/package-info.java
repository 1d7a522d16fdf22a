/** Cohorts that come with a programme's folder, {@code cohort-*.csv}: invented applicants to see how things work. */
@NullMarked
package jp.readiness.demonstration;

import org.jspecify.annotations.NullMarked;
