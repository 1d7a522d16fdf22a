package jp.readiness.trackrecord;

import java.util.Map;
import java.util.Set;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;

/**
 * What was said of an applicant before the start, by the version in force at that time.
 *
 * @param overall probability of dropping out
 * @param steps step id → probability of dropping out in it
 * @param fired ids of the signals and strengths that held
 */
public record Prediction(Verdict verdict, double overall, Band band, Map<String, Double> steps, Set<String> fired) {
    public Prediction {
        steps = Map.copyOf(steps);
        fired = Set.copyOf(fired);
    }
}
