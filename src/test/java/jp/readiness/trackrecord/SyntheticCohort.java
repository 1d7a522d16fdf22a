package jp.readiness.trackrecord;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;

/** Applicants whose fate follows weights that the test knows, predicted with the weights shipped. */
final class SyntheticCohort {

    private final Shape shipped;
    private final Map<String, Double> truth;
    private final Random random;

    /** @param truth the weight of each signal and strength, and of each leak by {@link Terms#leak} */
    SyntheticCohort(Shape shipped, Map<String, Double> truth, Random random) {
        this.shipped = shipped;
        this.truth = truth;
        this.random = random;
    }

    static Map<String, Double> weights(Shape shape) {
        Map<String, Double> weights = new HashMap<>();
        shape.stages().forEach(stage -> weights.put(Terms.leak(stage.id()), stage.leak()));
        shape.signals().forEach(signal -> weights.put(signal.id(), signal.weight()));
        shape.strengths().forEach(strength -> weights.put(strength.id(), strength.weight()));
        return weights;
    }

    List<Case> cases(int size) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> fired = fired();
            cases.add(new Case(prediction(fired), outcome(fired)));
        }
        return cases;
    }

    private Set<String> fired() {
        Set<String> fired = new HashSet<>();
        shipped.signals().stream().filter(s -> random.nextInt(100) < 15).forEach(s -> fired.add(s.id()));
        shipped.strengths().stream().filter(s -> random.nextInt(100) < 35).forEach(s -> fired.add(s.id()));
        return fired;
    }

    private Prediction prediction(Set<String> fired) {
        Map<String, Double> weights = weights(shipped);
        Map<String, Double> steps = new HashMap<>();
        double survival = 1;
        for (int stage = 0; stage < shipped.stages().size(); stage++) {
            double risk = risk(stage, fired, weights);
            steps.put(shipped.stages().get(stage).id(), risk);
            survival *= 1 - risk;
        }
        double overall = 1 - survival;
        Band band = overall >= 0.5 ? Band.HIGH : overall >= 0.2 ? Band.MEDIUM : Band.LOW;
        Verdict verdict = band == Band.HIGH ? Verdict.READY_WITH_SUPPORT : Verdict.READY;
        return new Prediction(verdict, overall, band, steps, fired);
    }

    private Outcome outcome(Set<String> fired) {
        for (int stage = 0; stage < shipped.stages().size(); stage++) {
            if (random.nextDouble() < risk(stage, fired, truth)) {
                boolean isNoted = random.nextInt(10) > 0;
                return new Outcome.Left(
                        isNoted ? Optional.of(shipped.stages().get(stage).id()) : Optional.empty());
            }
        }
        return new Outcome.Finished();
    }

    /** As the design says it, written down once more. */
    double risk(int stage, Set<String> fired, Map<String, Double> weights) {
        double survival =
                1 - weights.getOrDefault(Terms.leak(shipped.stages().get(stage).id()), Double.NaN);
        for (Shape.Signal signal : shipped.signals()) {
            if (fired.contains(signal.id()) && signal.stage().orElse(stage) == stage) {
                double weight = weights.getOrDefault(signal.id(), Double.NaN);
                double effect = signal.stage().isPresent()
                        ? weight
                        : 1 - Math.pow(1 - weight, 1.0 / shipped.stages().size());
                for (Shape.Strength strength : shipped.strengths()) {
                    if (fired.contains(strength.id()) && strength.damps().contains(signal.id())) {
                        effect *= 1 - weights.getOrDefault(strength.id(), Double.NaN);
                    }
                }
                survival *= 1 - effect;
            }
        }
        return 1 - survival;
    }
}
