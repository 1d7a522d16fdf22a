package jp.readiness.cohort;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;

/**
 * What the page of a cohort shows, in one language.
 *
 * @param programme title of the edition
 * @param usable whether the edition can be used now; else what was said last is shown
 * @param waiting how many are still to be judged
 * @param handIn when handing in is open until; empty while it is closed
 * @param live whether the page looks for news by itself
 */
record CohortPage(
        Cohort cohort,
        String programme,
        boolean usable,
        int members,
        int handedIn,
        int waiting,
        Optional<String> handIn,
        boolean live,
        Picture picture,
        ListView list) {

    /** The distributions. */
    record Picture(
            List<Bar> verdicts,
            List<Bar> risks,
            int provisional,
            List<StepBar> steps,
            List<Bar> reasons,
            List<Bar> questions,
            List<Bar> decisions) {}

    /**
     * A line of a distribution.
     *
     * @param key picks colour and shape, such as {@code NOT_YET}
     * @param query narrows the list to these members
     * @param share of the members, 0 to 100, one digit after the point
     */
    record Bar(String key, String label, int count, double share, String percent, String query) {}

    /** A step, and for how many dropping out there is high, medium and low. */
    record StepBar(
            String label,
            int high,
            int medium,
            int low,
            double highShare,
            double mediumShare,
            int peaks,
            String query) {}

    /** @param last number of the last page */
    record ListView(
            Filter filter, int count, int first, int page, int last, List<Line> lines, List<String> narrowedBy) {}

    /**
     * A member in the list.
     *
     * @param gone whether the applicant deleted the answers
     * @param peak title of the step
     */
    record Line(
            UUID id,
            int position,
            String name,
            boolean gone,
            Optional<Verdict> verdict,
            Optional<Band> band,
            boolean provisional,
            Optional<String> peak,
            Optional<String> reason,
            Optional<Decision> decision,
            boolean overrides,
            Optional<Ending> ending) {}
}
