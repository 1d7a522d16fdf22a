package jp.readiness.advice;

import java.util.List;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.State;

/** The verdict: the first that holds. Recommended criteria never change it. */
final class VerdictRule {

    private VerdictRule() {}

    static Verdict verdict(List<Exclusion> notFor, List<Judgement> judgements, Band overall) {
        if (!notFor.isEmpty()) {
            return Verdict.NOT_FOR_YOU;
        }
        if (judgements.stream().anyMatch(j -> j.isRequired(State.UNMET))) {
            return Verdict.NOT_YET;
        }
        if (judgements.stream().anyMatch(j -> j.isRequired(State.OPEN))) {
            return Verdict.NEEDS_ANSWERS;
        }
        return overall == Band.HIGH ? Verdict.READY_WITH_SUPPORT : Verdict.READY;
    }
}
