package jp.readiness.programme;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An example of what the rules must say.
 *
 * @param name a sentence
 * @param expect what must hold; what is not said is not checked
 */
public record Scenario(String name, Answers answers, Expectation expect, Place place) {

    /**
     * @param verdict name of the verdict or, in a match, of the fit
     * @param states finding id → {@code met, unmet, open} for criteria, {@code fired, notFired, open} for the others
     * @param risk overall band: {@code LOW, MEDIUM, HIGH}
     * @param steps step id → band
     * @param decides open criterion → exactly the open questions that decide it
     * @param amounts grant that fired → its amount
     * @param points of a match
     */
    public record Expectation(
            Optional<String> verdict,
            Map<String, String> states,
            Optional<String> risk,
            Map<String, String> steps,
            Map<String, Set<String>> decides,
            Map<String, BigDecimal> amounts,
            Optional<Integer> points) {

        public Expectation {
            states = Map.copyOf(states);
            steps = Map.copyOf(steps);
            decides = Map.copyOf(decides);
            amounts = Map.copyOf(amounts);
        }
    }
}
