package jp.readiness.trackrecord;

import java.util.List;

/**
 * The Brier score: the mean square of what the predictions were off, with 1 for leaving and 0 for finishing. 0 is perfect.
 *
 * @param score of the predictions
 * @param baseRate of saying to everybody what share left in the end: r(1 − r). That knows the outcome, so to come below it
 *     is an achievement
 */
public record Brier(double score, double baseRate) {

    /** @param cases with outcomes, at least one */
    static Brier of(List<Case> cases) {
        double sum = 0;
        double left = 0;
        for (Case each : cases) {
            double happened = each.outcome().isLeft() ? 1 : 0;
            double off = each.prediction().overall() - happened;
            sum += off * off;
            left += happened;
        }
        double rate = left / cases.size();
        return new Brier(sum / cases.size(), rate * (1 - rate));
    }

    public boolean beatsBaseRate() {
        return score < baseRate;
    }
}
