/** Staff members: their accounts and roles, how they log in, and what each may open. */
@NullMarked
package jp.readiness.account;

import org.jspecify.annotations.NullMarked;
