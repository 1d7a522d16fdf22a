/** From answers to advice: criteria, verdict, risk and reasons, by the rules of reasoning. */
@NullMarked
package jp.readiness.advice;

import org.jspecify.annotations.NullMarked;
