package jp.readiness.check;

import java.util.List;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Text;

/**
 * What came of one scenario.
 *
 * @param mismatches what came out otherwise than the scenario says; empty if it passed
 */
public record ScenarioResult(Scenario scenario, List<Text> mismatches) {
    public ScenarioResult {
        mismatches = List.copyOf(mismatches);
    }

    public boolean passed() {
        return mismatches.isEmpty();
    }
}
