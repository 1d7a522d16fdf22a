/** Readiness Advisor: a rules-engine advisor for regional DX support programmes. */
@NullMarked
package jp.readiness;

import org.jspecify.annotations.NullMarked;
