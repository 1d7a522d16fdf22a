package jp.readiness.rulebook;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One comparison in a rule, whatever the answers are. Negations around it are applied: {@code !( x < 2 )} is {@code x >=
 * 2}.
 *
 * @param text as {@code participants < 2}, with the values of parameters
 * @param questions ids of all questions that it reads
 * @param question the one that is compared with constants alone; empty if two are compared or a side is computed
 * @param operator as in {@link Comparison}; {@code == null} and {@code != null} ask whether there is an answer
 * @param thresholds JSON-like constants that it compares with (every number of a table); empty if there are none
 * @param exact whether the witnesses of its questions show everything that it can do
 */
public record RuleComparison(
        String text,
        Set<String> questions,
        Optional<String> question,
        String operator,
        List<Object> thresholds,
        boolean exact) {
    public RuleComparison {
        questions = Collections.unmodifiableSortedSet(new TreeSet<>(questions));
        thresholds = List.copyOf(thresholds);
    }

    /** Whether it asks for openness itself, so that an open question may satisfy it. */
    public boolean asksWhetherOpen() {
        return operator.equals(Operator.OPEN.drl()) || operator.equals(Operator.ANSWERED.drl());
    }
}
