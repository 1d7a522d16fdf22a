package jp.readiness.workbench;

import java.time.LocalDateTime;
import java.util.List;
import jp.readiness.workbench.Differences.Change;

/**
 * What the page of a draft shows.
 *
 * @param live whether the version that it starts from is still live
 * @param writable whether who looks may write in it
 * @param approvable whether who looks may approve it
 * @param own whether who looks would approve their own work
 */
record DraftPage(
        Draft draft,
        String title,
        List<Tab> tabs,
        DraftFile file,
        String changedBy,
        Checks checks,
        boolean live,
        boolean writable,
        boolean approvable,
        boolean own,
        String submittedBy,
        List<Change> changes,
        List<TextDifference> texts,
        ImpactSummary impact) {

    /**
     * Who has looked at what the draft as it is now would change.
     *
     * @param wanted whether there is a cohort to look at
     */
    record ImpactSummary(boolean wanted, List<ImpactLine> seen) {}

    /** @param cohort empty once it is deleted */
    record ImpactLine(
            String cohort,
            int applicants,
            int flipped,
            int acceptedBefore,
            int acceptedAfter,
            String by,
            LocalDateTime at) {}

    /** @param problems how many there are in the file */
    record Tab(String name, long problems, boolean current) {}

    /**
     * What came of the checks.
     *
     * @param refusal end of a message's key, if the checks could not be run; else empty
     */
    record Checks(
            String refusal,
            List<ProblemLine> problems,
            long errors,
            List<ScenarioLine> scenarios,
            long passed,
            boolean sound) {

        static final Checks NONE = new Checks("", List.of(), 0, List.of(), 0, false);
    }

    /** @param excerpt the line as it is written */
    record ProblemLine(
            String file,
            int line,
            int column,
            boolean error,
            String code,
            String message,
            String hint,
            String excerpt) {}

    record ScenarioLine(String name, boolean passed, int line, List<String> mismatches) {}
}
