package jp.readiness.advice;

import java.util.List;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.State;

/** The verdict: the first that holds. Recommended criteria never change it. */
final class VerdictRule {

    private VerdictRule() {}

    static Verdict verdict(List<Exclusion> notFor, List<Judgement> judgements, Band overall) {
        return verdict(
                !notFor.isEmpty(),
                judgements.stream().anyMatch(j -> j.isRequired(State.UNMET)),
                judgements.stream().anyMatch(j -> j.isRequired(State.OPEN)),
                overall);
    }

    /**
     * @param unmet whether a required criterion is
     * @param open whether a required criterion is
     */
    static Verdict verdict(boolean notFor, boolean unmet, boolean open, Band overall) {
        if (notFor) {
            return Verdict.NOT_FOR_YOU;
        }
        if (unmet) {
            return Verdict.NOT_YET;
        }
        if (open) {
            return Verdict.NEEDS_ANSWERS;
        }
        return overall == Band.HIGH ? Verdict.READY_WITH_SUPPORT : Verdict.READY;
    }
}
