package jp.readiness.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Comparison;
import jp.readiness.rulebook.RuleComparison;

/**
 * A number beside a threshold.
 *
 * @param answer the threshold itself or the next answer
 * @param reach how far from the threshold another answer on the same side is as good; 0 if none is
 */
record Boundary(BigDecimal threshold, BigDecimal answer, BigDecimal reach) {

    /** Of an order the last answer on either side of each threshold, of an equality the number; those the question allows. */
    static List<Boundary> of(Question question, RuleComparison comparison) {
        return comparison.thresholds().stream()
                .map(BigDecimal.class::cast)
                .flatMap(threshold -> of(question, comparison.operator(), threshold))
                .filter(boundary -> isAllowed(question, boundary.answer))
                .toList();
    }

    static boolean isOrder(RuleComparison comparison) {
        return Set.of("<", ">=", ">", "<=").contains(comparison.operator());
    }

    private static Stream<Boundary> of(Question question, String operator, BigDecimal threshold) {
        boolean upwards = Set.of("<", ">=").contains(operator); // the threshold belongs to the larger answers
        if (!upwards && !Set.of(">", "<=").contains(operator)) {
            return Stream.of(new Boundary(threshold, threshold, BigDecimal.ZERO));
        }
        BigDecimal step = step(question, threshold);
        BigDecimal inside = threshold
                .divide(step, 0, upwards ? RoundingMode.CEILING : RoundingMode.FLOOR)
                .multiply(step);
        BigDecimal outside = upwards ? inside.subtract(step) : inside.add(step);
        BigDecimal reach = question.type() == QuestionType.DECIMAL ? step : BigDecimal.ZERO;
        return Stream.of(new Boundary(threshold, inside, BigDecimal.ZERO), new Boundary(threshold, outside, reach));
    }

    /** The difference between neighbouring answers: for decimals one in the last place of the threshold. */
    private static BigDecimal step(Question question, BigDecimal threshold) {
        int digits = question.type() == QuestionType.WHOLE ? 0 : Math.max(threshold.scale(), 0);
        return BigDecimal.ONE.movePointLeft(digits);
    }

    private static boolean isAllowed(Question question, BigDecimal answer) {
        boolean fits = question.type() == QuestionType.DECIMAL
                || answer.stripTrailingZeros().scale() <= 0;
        return fits
                && question.min().orElseThrow().compareTo(answer) <= 0
                && question.max().orElseThrow().compareTo(answer) >= 0;
    }

    boolean isThreshold() {
        return answer.compareTo(threshold) == 0;
    }

    /** Whether a comparison was held against this threshold (of a table one is in force at a time) with such an answer. */
    boolean isTried(Comparison held) {
        return isInForce(held.threshold())
                && held.answer().filter(given -> isNear((BigDecimal) given)).isPresent();
    }

    private boolean isInForce(Optional<Object> compared) {
        BigDecimal value = new Answer.Number(threshold).value();
        return compared.filter(with -> with.equals(value) || with instanceof List<?> several && several.contains(value))
                .isPresent();
    }

    private boolean isNear(BigDecimal given) {
        BigDecimal distance = given.subtract(threshold);
        return given.compareTo(answer) == 0
                || distance.signum() == answer.subtract(threshold).signum()
                        && distance.abs().compareTo(reach) <= 0;
    }
}
