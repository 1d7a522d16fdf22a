package jp.readiness.trackrecord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which weights the outcomes suggest, by the same model that the risk is computed with: an applicant gets through a step
 * with probability (1 − leak) · ∏ᵢ (1 − wᵢ · ∏ⱼ (1 − sⱼ)), over its signals i of that step and its strengths j that damp
 * them.
 *
 * <p>Each step that an applicant entered is one trial, passed or not; who left without anybody noting the step is one
 * trial over all steps. The weights suggested are those that maximise
 *
 * <pre>  Σ over trials log(probability of what happened) + Σ over weights m · (w₀ log w + (1 − w₀) log(1 − w))</pre>
 *
 * with w₀ the shipped weight and m = {@value Thresholds#PRIOR}. The second sum is what m outcomes would add of which the
 * share w₀ went as the finding says. So a few outcomes barely move a weight and many outweigh what was shipped. In terms
 * of probability: w₀ is the mean of a Beta(m·w₀, m·(1 − w₀)) distribution held before the outcomes, and the estimate is
 * the likeliest value of log(w/(1 − w)) after them. All weights and leaks are estimated together, so that a signal is not
 * blamed for those that mostly come with it.
 *
 * <p>Example, one step and one signal with w₀ = 0.5, the leak near 0: of 8 applicants with the signal 8 leave. The maximum
 * is at (8 + 20 · 0.5)/(8 + 20) = 0.64. If 80 of 80 leave, it is at (80 + 10)/(80 + 20) = 0.90.
 *
 * <p>Every term is concave in each single weight (its product with the others' shares falls in a straight or convex line),
 * so one weight after the other is set to its best value, in rounds, until none moves: the sum rises with every move.
 */
final class NoisyOr {

    private static final int MOST_ROUNDS = 500;

    /** Weights are given to two digits. */
    private static final double STILL = 1e-4;

    private final List<Unknown> unknowns;
    private final List<Trial> trials;

    NoisyOr(Shape shape, List<Case> cases) {
        Terms terms = new Terms(shape);
        this.unknowns = terms.unknowns();
        this.trials = trials(terms, cases);
        unknowns.forEach(unknown -> unknown.find(trials));
    }

    /** Applicants with the same findings and the same outcome are one trial that happened several times. */
    private static List<Trial> trials(Terms terms, List<Case> cases) {
        Map<Pattern, Integer> patterns = new LinkedHashMap<>();
        for (Case each : cases) {
            patterns.merge(new Pattern(terms.known(each.prediction().fired()), each.outcome()), 1, Integer::sum);
        }
        List<Trial> trials = new ArrayList<>();
        patterns.forEach((pattern, count) -> trials.addAll(terms.trials(pattern.fired(), pattern.outcome(), count)));
        return trials;
    }

    private record Pattern(Set<String> fired, Outcome outcome) {}

    /** @return finding id, or step id for its leak, → what is suggested */
    Map<String, Weight> weights() {
        double[] values = unknowns.stream()
                .mapToDouble(unknown -> unknown.factor(unknown.prior()))
                .toArray();
        double moved = 1;
        for (int round = 0; round < MOST_ROUNDS && moved > STILL; round++) {
            moved = 0;
            for (Unknown unknown : unknowns) {
                double before = values[unknown.index()];
                values[unknown.index()] = unknown.best(values);
                moved = Math.max(moved, Math.abs(values[unknown.index()] - before));
            }
        }
        double[] spread = Spread.of(unknowns, values);
        Map<String, Weight> weights = new TreeMap<>();
        for (Unknown unknown : unknowns) {
            double weight = unknown.weight(values[unknown.index()]);
            weights.put(unknown.id(), Weight.of(unknown.prior(), weight, spread[unknown.index()]));
        }
        return weights;
    }

    /** For tests: how likely the outcomes are by these weights, and how far these are from those shipped. */
    double objective(double[] weights) {
        double[] values = new double[weights.length];
        Arrays.setAll(values, index -> unknowns.get(index).factor(weights[index]));
        double sum = 0;
        for (Trial trial : trials) {
            sum += trial.logLikelihood(values);
        }
        for (Unknown unknown : unknowns) {
            double w = weights[unknown.index()];
            sum += Thresholds.PRIOR * (unknown.prior() * Math.log(w) + (1 - unknown.prior()) * Math.log1p(-w));
        }
        return sum;
    }

    Optional<Unknown> unknown(String id) {
        return unknowns.stream().filter(unknown -> unknown.id().equals(id)).findFirst();
    }
}
