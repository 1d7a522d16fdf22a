/** The applicant's pages, from the list of programmes to the form, and the answer sheets and assessments it stores. */
@NullMarked
package jp.readiness.screening;

import org.jspecify.annotations.NullMarked;
