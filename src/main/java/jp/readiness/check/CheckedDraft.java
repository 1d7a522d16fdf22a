package jp.readiness.check;

import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.programme.Problem;

/**
 * An edition that somebody is writing, after its checks.
 *
 * @param resolved absent if its YAML has an error
 * @param adviser absent if anything has an error that keeps it from advising
 * @param problems of YAML, DRL and what lies across them, failed scenarios among them; sorted
 * @param scenarios what came of each, in the order of the file; empty while there is no adviser
 */
public record CheckedDraft(
        Optional<ResolvedEdition> resolved,
        Optional<Adviser> adviser,
        List<Problem> problems,
        List<ScenarioResult> scenarios) {

    public CheckedDraft {
        problems = List.copyOf(problems);
        scenarios = List.copyOf(scenarios);
    }

    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }

    public long passed() {
        return scenarios.stream().filter(ScenarioResult::passed).count();
    }

    /** Whether it may go live: without an error, failed scenarios counting as such. */
    public boolean isSound() {
        return adviser.isPresent() && errors() == 0;
    }
}
