package jp.readiness.advice;

import java.util.BitSet;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;

/**
 * An answer sheet as it stands, open questions and all.
 *
 * @param fired indexes of the rules that fire on it; not to be changed
 */
record Sheet(Answers answers, Facts facts, BitSet fired) {

    static Sheet of(RuleBook ruleBook, Answers answers) {
        Facts facts = ruleBook.facts(answers);
        return new Sheet(answers, facts, ruleBook.fired(facts));
    }

    /** Those of the rules that fire. */
    BitSet firedAmong(BitSet rules) {
        BitSet among = (BitSet) fired.clone();
        among.and(rules);
        return among;
    }
}
