package jp.readiness.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.folder.RulesFolderReader;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.junit.jupiter.api.Test;

/** Weights suggested from cohorts whose true weights are known. */
class SuggestedWeightsTest {

    private static final Shape BOOT_CAMP = Shape.of(new RulesFolderReader()
            .read(Path.of("rules")).editions().stream()
                    .filter(edition -> edition.name().equals("bootcamp/2022"))
                    .findFirst()
                    .orElseThrow());

    private static final Shape SMALL = new Shape(
            List.of(new Shape.Stage("s", 1e-6)), List.of(new Shape.Signal("a", Optional.of(0), 0.5)), List.of());

    @Test
    void the_worked_example_of_the_formula_comes_out() {
        assertThat(suggested(SMALL, left(8))).isCloseTo(18.0 / 28, within(1e-4));
        assertThat(suggested(SMALL, left(80))).isCloseTo(0.9, within(1e-4));
    }

    @Test
    void without_outcomes_the_shipped_weights_stay() {
        new NoisyOr(BOOT_CAMP, List.of())
                .weights()
                .forEach((id, weight) -> assertThat(weight.suggested())
                        .as(id)
                        .isCloseTo(SyntheticCohort.weights(BOOT_CAMP).getOrDefault(id, Double.NaN), within(1e-4)));
    }

    @Test
    void no_small_move_of_any_weight_makes_the_outcomes_likelier() {
        List<Case> cases = new SyntheticCohort(BOOT_CAMP, drawn(new Random(3)), new Random(4)).cases(150);
        NoisyOr model = new NoisyOr(BOOT_CAMP, cases);
        Map<String, Weight> weights = model.weights();
        double[] best = new double[weights.size()];
        weights.forEach((id, weight) -> best[model.unknown(id).orElseThrow().index()] = weight.suggested());
        double most = model.objective(best);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            double[] other = best.clone();
            for (int j = 0; j < other.length; j++) {
                double logit = Math.log(other[j] / (1 - other[j])) + random.nextGaussian() * 0.1;
                other[j] = 1 / (1 + Math.exp(-logit));
            }
            assertThat(model.objective(other)).isLessThanOrEqualTo(most + 1e-4);
        }
    }

    @Test
    void weights_move_towards_the_truth_as_outcomes_come_in() {
        List<Double> errors = new ArrayList<>();
        for (int size : new int[] {0, 50, 300, 1500}) {
            errors.add(meanError(size));
        }
        assertThat(errors).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(errors.get(3)).isLessThan(errors.get(0) / 2);
    }

    @Test
    void true_weights_lie_within_their_intervals_about_95_times_in_100() {
        int within = 0;
        int all = 0;
        for (int seed = 0; seed < 25; seed++) {
            Map<String, Double> truth = drawn(new Random(100 + seed));
            List<Case> cases = new SyntheticCohort(BOOT_CAMP, truth, new Random(200 + seed)).cases(120);
            for (Map.Entry<String, Weight> each :
                    new NoisyOr(BOOT_CAMP, cases).weights().entrySet()) {
                if (!each.getKey().startsWith("leak")) {
                    all++;
                    within +=
                            each.getValue().interval().contains(truth.getOrDefault(each.getKey(), Double.NaN)) ? 1 : 0;
                }
            }
        }
        assertThat((double) within / all).isBetween(0.90, 0.985);
    }

    private static double meanError(int size) {
        double sum = 0;
        int count = 0;
        for (int seed = 0; seed < 3; seed++) {
            Map<String, Double> truth = drawn(new Random(10 + seed));
            List<Case> cases = new SyntheticCohort(BOOT_CAMP, truth, new Random(50 + seed)).cases(size);
            for (Map.Entry<String, Weight> each :
                    new NoisyOr(BOOT_CAMP, cases).weights().entrySet()) {
                sum += Math.abs(each.getValue().suggested() - truth.getOrDefault(each.getKey(), Double.NaN));
                count++;
            }
        }
        return sum / count;
    }

    /** True weights, scattered around those shipped as the estimate takes them to be. */
    private static Map<String, Double> drawn(Random random) {
        Map<String, Double> truth = new HashMap<>();
        new TreeMap<>(SyntheticCohort.weights(BOOT_CAMP)).forEach((id, shipped) -> {
            BetaDistribution prior = new BetaDistribution(Thresholds.PRIOR * shipped, Thresholds.PRIOR * (1 - shipped));
            truth.put(id, prior.inverseCumulativeProbability(0.001 + 0.998 * random.nextDouble()));
        });
        return truth;
    }

    private static double suggested(Shape shape, List<Case> cases) {
        return Optional.ofNullable(new NoisyOr(shape, cases).weights().get("a"))
                .orElseThrow()
                .suggested();
    }

    private static List<Case> left(int count) {
        Prediction prediction = new Prediction(Verdict.READY, 0.5, Band.HIGH, Map.of("s", 0.5), Set.of("a"));
        Case one = new Case(prediction, new Outcome.Left(Optional.of("s")));
        return Collections.nCopies(count, one);
    }
}
