package jp.readiness.rulebook;

/** What an expression turns out to be once it is read: a condition, or something to compare. */
sealed interface Term permits Condition, Operand {}
