package jp.readiness.check;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import jp.readiness.check.Sheet.Choices;
import jp.readiness.programme.Finding.Criterion;
import jp.readiness.programme.Problem;

/**
 * A criterion that nobody can meet although each of its rules leaves some way: one asks for two participants or more, the
 * other for fewer than two.
 */
final class CriterionNeverMet {

    private final AnswerSpace space;

    CriterionNeverMet(AnswerSpace space) {
        this.space = space;
    }

    /** @param rules all that conclude the criterion; they are exact, or nothing is said */
    Optional<Problem> check(Criterion criterion, BitSet rules) {
        List<Choices> choices = space.answered(rules, rules);
        boolean neverMet = space.ruleBook().exact(rules)
                && space.search(choices, sheet -> space.anyFires(rules, sheet), sheet -> true)
                        .none();
        return neverMet
                ? space.search(choices, sheet -> true)
                        .found()
                        .map(example -> RuleWarnings.neverMet(space, criterion, rules, example))
                : Optional.empty();
    }
}
