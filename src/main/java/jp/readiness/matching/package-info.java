/** Two lists of answer sheets and who goes together: reads the lists, puts pairs into words and tables, and shows them to staff. */
@NullMarked
package jp.readiness.matching;

import org.jspecify.annotations.NullMarked;
