package jp.readiness.rulebook;

import java.util.BitSet;
import java.util.List;

/**
 * A rule as we understood it; only this is compiled.
 *
 * @param name as the author wrote it
 * @param offset where the rule begins in the author's text
 */
record RuleModel(String name, Condition condition, List<Call> calls, int offset) {
    RuleModel {
        calls = List.copyOf(calls);
    }

    /** Slots of the questions that the condition reads. */
    BitSet reads() {
        BitSet slots = new BitSet();
        condition.forEachLeaf(leaf -> {
            leaf.left().forEachQuestion(slots::set);
            leaf.right().forEachQuestion(slots::set);
        });
        return slots;
    }

    /** Slots of the questions that its amounts are computed from. */
    BitSet computesFrom() {
        BitSet slots = new BitSet();
        calls.forEach(call -> call.amount().ifPresent(amount -> amount.forEachQuestion(slots::set)));
        return slots;
    }
}
