package jp.readiness.trackrecord;

import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.trackrecord.Conclusion.Shortage;
import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

/**
 * Whether one version would have been righter than another about applicants whose outcome is known. Counts only, so that
 * there may be as many as one likes; not for many threads.
 *
 * <p>Example: of 25 applicants, one version lets 20 in, the other holds back three of those, all of whom left. That other
 * one gained three and lost none, which may still be chance: in one try of four a coin falls three times the same way.
 */
public final class Improvement {

    /** Fewer who are judged otherwise cannot show anything at 95 %, even if all speak for the same version. */
    static final int CHANGED = 6;

    /**
     * What a version says of an applicant.
     *
     * @param risk of dropping out at all, 0 to 1
     */
    public record Said(Verdict verdict, double risk, Band band) {

        /** Letting in is right for who finished, holding back for who left; to ask for answers is neither. */
        boolean admitsRightly(boolean left) {
            return switch (verdict) {
                case READY, READY_WITH_SUPPORT -> !left;
                case NOT_YET, NOT_FOR_YOU -> left;
                case NEEDS_ANSWERS -> false;
            };
        }

        /** A high risk is right for who left, any other for who finished. */
        boolean warnsRightly(boolean left) {
            return (band == Band.HIGH) == left;
        }
    }

    /** What the changes speak for. */
    public enum Tendency {
        RIGHTER,
        WRONGER,
        /** It may be chance. */
        UNDECIDED
    }

    /**
     * How often each version was right.
     *
     * @param gained applicants about whom only the later one is right
     * @param lost applicants about whom only the earlier one was right
     */
    public record Swing(int before, int after, int gained, int lost, Conclusion<Tendency> conclusion) {}

    private final Count admission = new Count();
    private final Count warning = new Count();
    private int outcomes;
    private int left;
    private double offBefore;
    private double offAfter;

    public void add(Said before, Said after, boolean hasLeft) {
        outcomes++;
        left += hasLeft ? 1 : 0;
        admission.add(before.admitsRightly(hasLeft), after.admitsRightly(hasLeft));
        warning.add(before.warnsRightly(hasLeft), after.warnsRightly(hasLeft));
        offBefore += Math.pow(before.risk() - (hasLeft ? 1 : 0), 2);
        offAfter += Math.pow(after.risk() - (hasLeft ? 1 : 0), 2);
    }

    public int outcomes() {
        return outcomes;
    }

    /** How many of them left. */
    public int left() {
        return left;
    }

    /** About letting in and holding back. */
    public Swing admission() {
        return admission.swing(outcomes);
    }

    /** About who is warned of a high risk. */
    public Swing warning() {
        return warning.swing(outcomes);
    }

    /** The mean square of what the estimates of the earlier version were off, see {@link Brier}; NaN without outcomes. */
    public double offBefore() {
        return offBefore / outcomes;
    }

    public double offAfter() {
        return offAfter / outcomes;
    }

    private static final class Count {
        private int before;
        private int after;
        private int gained;
        private int lost;

        void add(boolean wasRight, boolean isRight) {
            before += wasRight ? 1 : 0;
            after += isRight ? 1 : 0;
            gained += isRight && !wasRight ? 1 : 0;
            lost += wasRight && !isRight ? 1 : 0;
        }

        Swing swing(int outcomes) {
            Conclusion<Tendency> conclusion = Conclusion.also(
                    Shortage.OUTCOMES,
                    outcomes,
                    Thresholds.OUTCOMES,
                    () -> Conclusion.of(Shortage.CHANGED, gained + lost, CHANGED, this::tendency));
            return new Swing(before, after, gained, lost, conclusion);
        }

        /** The sign test: would a coin fall so unevenly? Who is judged the same by both says nothing about which is better. */
        private Tendency tendency() {
            double chance =
                    new BinomialTest().binomialTest(gained + lost, gained, 0.5, AlternativeHypothesis.TWO_SIDED);
            if (chance > 1 - Thresholds.CONFIDENCE) {
                return Tendency.UNDECIDED;
            }
            return gained > lost ? Tendency.RIGHTER : Tendency.WRONGER;
        }
    }
}
