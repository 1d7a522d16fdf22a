package jp.readiness.trackrecord;

import java.util.List;

/**
 * A step that applicants went through or left in, or all steps together where nobody noted the step.
 *
 * @param count of applicants to whom just this happened
 */
record Trial(List<Factor> factors, boolean passed, int count) {

    /**
     * One thing that may make an applicant leave: its effect is the product of the values of some unknowns, and the
     * applicant gets past it with 1 − effect.
     */
    record Factor(int[] unknowns) {

        double effect(double[] values) {
            double effect = 1;
            for (int unknown : unknowns) {
                effect *= values[unknown];
            }
            return effect;
        }

        boolean has(int unknown) {
            for (int each : unknowns) {
                if (each == unknown) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Keeps logarithms and quotients finite at the very ends. */
    private static final double TINY = 1e-12;

    boolean has(int unknown) {
        return factors.stream().anyMatch(factor -> factor.has(unknown));
    }

    double logLikelihood(double[] values) {
        double survival = survival(values);
        return count * (passed ? Math.log(Math.max(survival, TINY)) : Math.log(Math.max(1 - survival, TINY)));
    }

    private double survival(double[] values) {
        double survival = 1;
        for (Factor factor : factors) {
            survival *= 1 - factor.effect(values);
        }
        return survival;
    }

    /** The derivative of the log-likelihood by the value of one unknown. */
    double slope(int unknown, double[] values) {
        double survival = 1;
        double logSlope = 0;
        for (Factor factor : factors) {
            double effect = factor.effect(values);
            survival *= 1 - effect;
            if (factor.has(unknown)) {
                logSlope -= effect / values[unknown] / Math.max(1 - effect, TINY);
            }
        }
        return count * (passed ? logSlope : -survival * logSlope / Math.max(1 - survival, TINY));
    }
}
