package jp.readiness.trackrecord;

import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * A weight to be estimated, and the value by which it enters the model: for a signal of one step and a leak that is the
 * weight itself, for a signal "at any of n steps" its share in each, 1 − (1 − w)^(1/n), for a strength what it leaves,
 * 1 − w.
 */
final class Unknown {

    enum Kind {
        SIGNAL,
        STRENGTH
    }

    private static final double EDGE = 1e-9;

    private final int index;
    private final String id;
    private final double prior;
    private final Kind kind;
    private final int stages;
    private List<Trial> trials = List.of();

    /** @param stages how many steps it is spread over */
    Unknown(int index, String id, double prior, Kind kind, int stages) {
        this.index = index;
        this.id = id;
        this.prior = prior;
        this.kind = kind;
        this.stages = stages;
    }

    int index() {
        return index;
    }

    String id() {
        return id;
    }

    double prior() {
        return prior;
    }

    /** Keeps the trials in which it takes part. */
    void find(List<Trial> all) {
        trials = all.stream().filter(trial -> trial.has(index)).toList();
    }

    /** The value by which a weight enters. */
    double factor(double weight) {
        return kind == Kind.STRENGTH ? 1 - weight : 1 - Math.pow(1 - weight, 1.0 / stages);
    }

    double weight(double factor) {
        return kind == Kind.STRENGTH ? 1 - factor : 1 - Math.pow(1 - factor, stages);
    }

    /** The value that is best while all others stay. */
    double best(double[] values) {
        double[] tried = values.clone();
        UnivariateFunction slope = value -> {
            tried[index] = value;
            return slope(tried);
        };
        if (slope.value(EDGE) <= 0) {
            return EDGE;
        }
        if (slope.value(1 - EDGE) >= 0) {
            return 1 - EDGE;
        }
        return new BracketingNthOrderBrentSolver(1e-7, 5).solve(200, slope, EDGE, 1 - EDGE);
    }

    private double slope(double[] values) {
        double sum = priorSlope(values[index]);
        for (Trial trial : trials) {
            sum += trial.slope(index, values);
        }
        return sum;
    }

    private double priorSlope(double value) {
        double weight = weight(value);
        double byWeight = Thresholds.PRIOR * (prior / weight - (1 - prior) / (1 - weight));
        return byWeight * weightSlope(value);
    }

    /** The derivative of the weight by the value. */
    private double weightSlope(double value) {
        return kind == Kind.STRENGTH ? -1 : stages * Math.pow(1 - value, stages - 1);
    }

    /** The derivative of the whole by log(w/(1 − w)). */
    double logitSlope(double[] values) {
        double weight = weight(values[index]);
        return slope(values) / weightSlope(values[index]) * weight * (1 - weight);
    }

    /** The value after log(w/(1 − w)) was moved by a step. */
    double moved(double value, double step) {
        double weight = weight(value);
        double logit = Math.log(weight / (1 - weight)) + step;
        return factor(1 / (1 + Math.exp(-logit)));
    }
}
