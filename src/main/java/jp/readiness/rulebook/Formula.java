package jp.readiness.rulebook;

import java.util.List;

/**
 * The condition of a rule as a tree, for those who put it into words. Negations are applied: {@code !( x < 2 )} is {@code
 * x >= 2}.
 *
 * <p>Example: {@code Applicant( participants < Parameters.minimumParticipants )} is {@code Compared(OfQuestion(participants),
 * "<", OfNumber(2, minimumParticipants))}.
 */
public sealed interface Formula {

    /** Holds if all parts do; without parts, always. */
    record All(List<Formula> parts) implements Formula {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Holds if one of the parts does; without parts, never. */
    record Any(List<Formula> parts) implements Formula {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** @param operator as in {@link Comparison}; {@code == null} and {@code != null} ask whether there is an answer */
    record Compared(Quantity left, String operator, Quantity right) implements Formula {}
}
