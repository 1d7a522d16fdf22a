/** The vocabulary: what a programme asks, knows and concludes, and an applicant's answers, as plain records. */
@NullMarked
package jp.readiness.programme;

import org.jspecify.annotations.NullMarked;
