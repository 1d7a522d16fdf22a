package jp.readiness.advice;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Finding;

/**
 * What came of one finding.
 *
 * @param rules indexes of those that concluded it or, where none fires yet, of those that could; all of its rules for
 *     MET and NOT_FIRED
 * @param deciding indexes of the open questions that decide it; empty unless it is OPEN
 * @param completions empty if the search stopped at its budget
 * @param amount of a grant that fired
 */
record Judgement(
        Scope scope,
        State state,
        BitSet rules,
        List<Integer> deciding,
        Optional<Completions> completions,
        Optional<BigDecimal> amount) {

    Finding finding() {
        return scope.finding();
    }

    /** The same with nothing concluded, whatever its rules say. */
    Judgement withdrawn() {
        return new Judgement(
                scope,
                State.NOT_FIRED,
                scope.rules(),
                List.of(),
                Optional.of(Completions.single(new BitSet())),
                Optional.empty());
    }

    boolean isRequired() {
        return scope.isRequired();
    }

    boolean isRequired(State wanted) {
        return isRequired() && state == wanted;
    }

    /** Whether it holds under every completion; false where the search stopped. */
    boolean surely() {
        return completions.filter(Completions::always).isPresent();
    }

    /** Whether it may hold under some completion; true where the search stopped. */
    boolean possibly() {
        return completions.filter(Completions::never).isEmpty();
    }
}
