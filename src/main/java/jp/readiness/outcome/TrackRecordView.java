package jp.readiness.outcome;

import java.util.List;
import java.util.Optional;

/**
 * The track record of an edition as its page shows it.
 *
 * @param shortage why nothing is concluded; empty if something is
 * @param sentences what the numbers say, in full sentences
 * @param signals of which something is said; so are the strengths
 * @param unsaid signals and strengths of which there are too few with or without
 */
record TrackRecordView(
        Counts counts,
        Optional<String> shortage,
        List<GroupLine> bands,
        List<GroupLine> steps,
        List<GroupLine> verdicts,
        List<String> sentences,
        List<FindingLine> signals,
        List<FindingLine> strengths,
        List<FindingLine> unsaid) {

    /** How many there are of what. */
    record Counts(int applicants, int finished, int left, int pending, int declined) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts and(Counts more) {
            return new Counts(
                    applicants + more.applicants,
                    finished + more.finished,
                    left + more.left,
                    pending + more.pending,
                    declined + more.declined);
        }

        public int outcomes() {
            return finished + left;
        }
    }

    /**
     * Predicted against observed, for a group.
     *
     * @param key name of the band or the verdict, or id of the step
     * @param observed 「7/12社」, how many of how many left
     * @param rate with its interval; empty if the group is too small
     * @param meaning how the two go together, in words
     * @param point where it stands in the picture; empty if the group is too small
     */
    record GroupLine(
            String key,
            String title,
            String predicted,
            String observed,
            Optional<String> rate,
            String meaning,
            Optional<Point> point) {}

    /** In percent, for pictures. */
    record Point(double predicted, double observed, double low, double high) {

        public double x() {
            return rounded(40 + predicted * 2.5);
        }

        public double y() {
            return fromTop(observed);
        }

        public double top() {
            return fromTop(high);
        }

        public double bottom() {
            return fromTop(low);
        }

        private static double fromTop(double percent) {
            return rounded(260 - percent * 2.5);
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }

    /**
     * How those fared who showed a sign or a strength.
     *
     * @param with of those with it, how many left, with the share
     * @param lift how many times as often they left, or why nothing is said
     * @param bar the interval of the lift as a picture
     * @param weight as shipped
     * @param suggested by the outcomes, or why none is
     * @param change whether the shipped weight does not go with the outcomes
     */
    record FindingLine(
            String id,
            String title,
            String with,
            String without,
            String lift,
            Optional<LiftBar> bar,
            String weight,
            String suggested,
            boolean change) {}

    /**
     * Where a ratio and its interval stand on a line of 0 to 160, in powers of two from an eighth to eight times.
     *
     * @param clear whether the interval leaves out 1
     */
    record LiftBar(double low, double at, double high, boolean openLow, boolean openHigh, boolean clear) {

        private static final double WIDTH = 160;
        private static final double POWERS = 3;

        static LiftBar of(double low, double ratio, double high) {
            return new LiftBar(at(low), at(ratio), at(high), isBelow(low), isBeyond(high), low > 1 || high < 1);
        }

        private static double at(double ratio) {
            double power = ratio <= 0 ? -POWERS : Math.log(ratio) / Math.log(2);
            double clipped = Math.max(-POWERS, Math.min(POWERS, power));
            return Math.round((clipped + POWERS) / (2 * POWERS) * WIDTH * 10) / 10.0;
        }

        private static boolean isBelow(double ratio) {
            return ratio < Math.pow(2, -POWERS);
        }

        private static boolean isBeyond(double ratio) {
            return ratio > Math.pow(2, POWERS);
        }
    }
}
