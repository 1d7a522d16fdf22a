package jp.readiness.demonstration;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Problem;
import jp.readiness.trackrecord.Outcome;

/**
 * A cohort of invented applicants.
 *
 * @param file its path relative to the rules folder
 * @param name what the file's name has between {@code cohort-} and {@code .csv}
 * @param applicants those whose rows are sound
 * @param problems what is wrong, each at its line and column
 */
public record DemonstrationCohort(
        String file, String name, Kind kind, List<Applicant> applicants, List<Problem> problems) {

    /** Where the facts come from, as every row of the file says. */
    public enum Kind {
        /** Published totals, invented facts. */
        RECONSTRUCTED,
        /** All invented. */
        SYNTHETIC
    }

    /**
     * @param finding id of the finding that the applicant left because of
     */
    public record Applicant(String name, Answers answers, Optional<Outcome> outcome, Optional<String> finding) {}

    public DemonstrationCohort {
        applicants = List.copyOf(applicants);
        problems = List.copyOf(problems);
    }
}
