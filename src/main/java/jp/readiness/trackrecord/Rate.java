package jp.readiness.trackrecord;

import org.hipparchus.stat.interval.BinomialProportion;
import org.hipparchus.stat.interval.ConfidenceInterval;

/**
 * A share observed, with its interval by Wilson's score method. For a few dozen cases and shares near 0 or 1, which is
 * what cohorts are, it holds its promise of 95 % on average and never leaves 0 to 1; the textbook interval (share plus or
 * minus 1.96 standard errors) does neither, and the exact one is wider than it needs to be.
 *
 * <p>Example: 1 of 29 is 3.4 %, between 0.6 % and 17.2 %.
 */
public record Rate(int events, int cases, Interval interval) {

    static Rate of(int events, int cases) {
        ConfidenceInterval wilson =
                BinomialProportion.getWilsonScoreInterval(cases, (double) events / cases, Thresholds.CONFIDENCE);
        return new Rate(
                events, cases, new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound())));
    }

    public double value() {
        return (double) events / cases;
    }
}
