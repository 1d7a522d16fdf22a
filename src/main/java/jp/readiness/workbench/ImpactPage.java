package jp.readiness.workbench;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the page of a draft's impact shows.
 *
 * @param readable false while the draft has errors that keep it from judging anybody
 * @param cohorts to choose from
 * @param chosen empty if there is no cohort
 * @param progress while it runs
 * @param refusal why there is no result; else empty
 * @param asked of the curve, as typed
 */
record ImpactPage(
        Draft draft,
        String title,
        boolean readable,
        List<CohortChoice> cohorts,
        Optional<CohortChoice> chosen,
        Optional<Progress> progress,
        String refusal,
        Optional<Result> result,
        CurveForm asked,
        Optional<CurvePage> curve) {

    /** Whether something is still to come. */
    public boolean runs() {
        return !running().isEmpty();
    }

    /** How far that has come. */
    public List<Progress> running() {
        return Stream.concat(progress.stream(), curve.flatMap(CurvePage::progress).stream())
                .toList();
    }

    /** @param origin REAL, RECONSTRUCTED or SYNTHETIC */
    record CohortChoice(UUID id, String name, String edition, String origin, int applicants, boolean selected) {}

    /** @param total 0 while it waits for others */
    record Progress(int done, int total) {

        public int percent() {
            return total == 0 ? 0 : (int) (100L * done / total);
        }
    }

    /**
     * @param by rules that fire otherwise
     * @param group id of the question that the groups answer
     * @param hindsight empty without outcomes
     * @param more how many flips are not listed
     */
    record Result(
            LocalDateTime at,
            int applicants,
            int flipped,
            int acceptedBefore,
            int acceptedAfter,
            List<Count> verdicts,
            List<Count> bands,
            List<Move> moves,
            List<RuleCount> by,
            List<Option> groupings,
            String group,
            List<GroupLine> groups,
            Optional<Hindsight> hindsight,
            List<FlipLine> flips,
            int more) {}

    record Count(String key, int before, int after) {

        /** +2, −1 or 0. */
        public String change() {
            int change = after - before;
            return change > 0 ? "+" + change : change < 0 ? "−" + -change : "0";
        }
    }

    /** How many go from one verdict to another. */
    record Move(String before, String after, int count) {}

    /** @param sentence the rule read aloud, or why it cannot be */
    record RuleCount(String rule, String sentence, int count) {}

    record Option(String id, String label, boolean selected) {}

    record GroupLine(String label, int applicants, int acceptedBefore, int acceptedAfter, int flipped) {}

    /**
     * @param name the company's, where who looks may know it; else empty
     * @param causes in words
     */
    record FlipLine(
            String name,
            int position,
            String verdictBefore,
            String verdictAfter,
            String bandBefore,
            String bandAfter,
            List<CauseLine> causes) {}

    record CauseLine(String rule, boolean fires, List<String> conditions) {}

    /** @param offBefore mean square of what the estimates were off */
    record Hindsight(
            int outcomes, int left, SwingLine admission, SwingLine warning, String offBefore, String offAfter) {}

    /** @param conclusion in words */
    record SwingLine(int before, int after, int gained, int lost, String conclusion) {}

    /**
     * @param parameters to choose from
     * @param from as typed
     */
    record CurvePage(
            List<Option> parameters,
            String parameter,
            String label,
            String from,
            String to,
            String refusal,
            Optional<Progress> progress,
            Optional<Curve> result) {}

    /** @param left how many are known to have dropped out */
    record Curve(int applicants, int left, int finished, List<CurveLine> lines, CurvePicture picture) {}

    /** @param live whether it is the live value, @param drafted whether it is the draft's */
    record CurveLine(
            String value,
            int accepted,
            int asked,
            int heldBack,
            int leaversHeldBack,
            int finishersHeldBack,
            boolean live,
            boolean drafted) {}

    /** Points of the lines for SVG. @param leavers empty without known outcomes */
    record CurvePicture(List<Mark> accepted, List<Mark> leavers, List<Mark> finishers, List<Tick> ticks) {

        public String acceptedPath() {
            return path(accepted);
        }

        public String leaversPath() {
            return path(leavers);
        }

        public String finishersPath() {
            return path(finishers);
        }

        /** {@code x,y x,y …} */
        private static String path(List<Mark> marks) {
            StringBuilder path = new StringBuilder();
            marks.forEach(mark -> path.append(path.isEmpty() ? "" : " ")
                    .append(mark.x())
                    .append(',')
                    .append(mark.y()));
            return path.toString();
        }
    }

    record Mark(double x, double y) {}

    record Tick(double x, String label, boolean live, boolean drafted) {}
}
