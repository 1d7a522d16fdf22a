package jp.readiness.advice;

import java.util.List;
import jp.readiness.advice.Assessment.State;
import jp.readiness.rulebook.Comparison;

/**
 * A rule held against an answer sheet: why it fired, or why not.
 *
 * @param rule its name
 * @param state FIRED; NOT_FIRED if a condition that it needs failed; OPEN if an answer is missing that decides
 * @param conditions all that it compares, each with the answer beside the threshold; one that does not say whether it
 *     holds is missing an answer
 * @param concludes ids of the findings that it names
 */
public record RuleState(String rule, State state, List<Comparison> conditions, List<String> concludes) {
    public RuleState {
        conditions = List.copyOf(conditions);
        concludes = List.copyOf(concludes);
    }
}
