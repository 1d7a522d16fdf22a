package jp.readiness.trackrecord;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * How many times as often applicants with a finding left as those without it: the ratio of two shares, with Koopman's
 * score interval. It is finite on the side where something is known even if nobody in one of the groups left, where the
 * usual interval over logarithms breaks down, and it agrees with the chi-squared test: it leaves out 1 exactly if that
 * test sees a difference.
 *
 * <p>The interval holds every ratio θ that the data do not contradict. Under θ the likeliest shares are p₁ (with) and
 * p₂ = p₁/θ, where p₁ solves a quadratic equation; θ is contradicted where
 * (x₁ − n₁p₁)²/(n₁p₁(1−p₁)) + (x₂ − n₂p₂)²/(n₂p₂(1−p₂)) exceeds the 95 % quantile of χ² with one degree of freedom.
 *
 * <p>Example: 7 of 34 with and 1 of 34 without is 7.0, between 1.2 and 42.6.
 *
 * @param ratio infinite if somebody with the finding left and nobody without it
 */
public record Lift(double ratio, Interval interval) {

    private static final double QUANTILE =
            new ChiSquaredDistribution(1).inverseCumulativeProbability(Thresholds.CONFIDENCE);

    /** Ratios are looked for between e^−12 and e^12; what lies beyond says no more. */
    private static final double FAR = 12;

    static Lift of(Rate with, Rate without) {
        double ratio = without.events() == 0 ? Double.POSITIVE_INFINITY : with.value() / without.value();
        return new Lift(ratio, interval(with, without));
    }

    private static Interval interval(Rate with, Rate without) {
        UnivariateFunction excess = logRatio -> contradiction(Math.exp(logRatio), with, without) - QUANTILE;
        double centre = centre(with, without);
        double low = with.events() == 0 ? 0 : Math.exp(root(excess, centre, -FAR));
        double high = without.events() == 0 ? Double.POSITIVE_INFINITY : Math.exp(root(excess, centre, FAR));
        return new Interval(low, high);
    }

    /** The logarithm of a ratio that is surely not contradicted. */
    private static double centre(Rate with, Rate without) {
        if (with.events() == 0) {
            return -FAR;
        }
        return without.events() == 0 ? FAR : Math.log(with.value() / without.value());
    }

    private static double root(UnivariateFunction excess, double centre, double far) {
        if (excess.value(far) <= 0) {
            return far;
        }
        return new BracketingNthOrderBrentSolver(1e-10, 5)
                .solve(500, excess, Math.min(centre, far), Math.max(centre, far));
    }

    /** How strongly the data contradict a ratio. */
    private static double contradiction(double ratio, Rate with, Rate without) {
        double p1 = likeliest(ratio, with, without);
        double p2 = p1 / ratio;
        return distance(with, p1) + distance(without, p2);
    }

    private static double distance(Rate seen, double p) {
        double expected = seen.cases() * p;
        double variance = expected * (1 - p);
        double off = seen.events() - expected;
        return variance < 1e-300 ? 0 : off * off / variance;
    }

    /** The likeliest share with the finding, given the ratio. */
    private static double likeliest(double ratio, Rate with, Rate without) {
        double n1 = with.cases();
        double n2 = without.cases();
        double a = n1 + n2;
        double b = ratio * (n1 + without.events()) + with.events() + n2;
        double c = ratio * (with.events() + without.events());
        return (b - Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    }
}
