/** Turns what people type and machines send into answers that fit their questions, or into a problem in words. */
@NullMarked
package jp.readiness.answers;

import org.jspecify.annotations.NullMarked;
