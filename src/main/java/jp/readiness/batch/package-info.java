/** Judges tables of applicants: which column is which question, rows to answers, and many rows in order on all cores. */
@NullMarked
package jp.readiness.batch;

import org.jspecify.annotations.NullMarked;
