/** Puts answers, conditions and whole rules into words in both languages. */
@NullMarked
package jp.readiness.wording;

import org.jspecify.annotations.NullMarked;
