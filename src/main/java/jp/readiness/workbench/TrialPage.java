package jp.readiness.workbench;

import java.util.List;
import java.util.Optional;
import jp.readiness.screening.FormPreview;
import jp.readiness.workbench.Impacts.Choice;

/**
 * What the page shows on which a draft is tried with one applicant.
 *
 * @param sound whether the draft can be tried; else there is no form
 * @param starts applicants whose answers can be taken: examples and scenarios of the draft
 * @param cohorts whose members' answers can be taken
 * @param started in words, whose answers stand in the form
 * @param writable whether who looks may add a scenario
 */
record TrialPage(
        Draft draft,
        String title,
        boolean sound,
        List<Start> starts,
        List<Choice> cohorts,
        String started,
        List<FormPreview.Part> parts,
        Optional<Outcome> outcome,
        boolean writable) {

    public boolean hasExamples() {
        return starts.stream().anyMatch(Start::example);
    }

    public boolean hasScenarios() {
        return !starts.stream().allMatch(Start::example);
    }

    /** @param key such as {@code scenario-3} */
    record Start(String key, String label, boolean example) {}

    /**
     * @param verdict in words
     * @param band end of a message's key
     */
    record Outcome(
            String verdict, String risk, String band, List<FindingLine> findings, List<RuleTrace> rules, long fired) {}

    /** @param state end of a message's key */
    record FindingLine(String id, String title, String state, List<String> rules) {}
}
