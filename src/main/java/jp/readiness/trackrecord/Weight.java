package jp.readiness.trackrecord;

/**
 * The weight that outcomes suggest: see {@link NoisyOr}.
 *
 * @param shipped the weight in the edition
 */
public record Weight(double shipped, double suggested, Interval interval) {

    private static final double QUANTILE = 1.959964;

    /** @param spread standard error of log(w/(1 − w)) */
    static Weight of(double shipped, double suggested, double spread) {
        double logit = Math.log(suggested / (1 - suggested));
        return new Weight(
                shipped, suggested, new Interval(share(logit - QUANTILE * spread), share(logit + QUANTILE * spread)));
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /** Whether the shipped weight goes well with the outcomes. */
    public boolean fits() {
        return interval.contains(shipped);
    }
}
