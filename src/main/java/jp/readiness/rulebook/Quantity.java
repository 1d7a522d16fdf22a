package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Option;
import jp.readiness.programme.Parameter;
import jp.readiness.programme.Question;

/** One side of a comparison, or the amount of a grant, for those who put it into words. */
public sealed interface Quantity {

    /** The answer to a question. */
    record OfQuestion(Question question) implements Quantity {}

    /** @param parameter that gave the number; empty for one written in the rule */
    record OfNumber(BigDecimal value, Optional<Parameter> parameter) implements Quantity {}

    /** The number that a table gives for the option chosen. */
    record OfTable(Parameter parameter, Question key) implements Quantity {}

    record OfOption(Option option) implements Quantity {}

    record OfYesNo(boolean yes) implements Quantity {}

    record OfText(String text) implements Quantity {}

    record OfSeveral(List<Quantity> values) implements Quantity {
        public OfSeveral {
            values = List.copyOf(values);
        }
    }

    record Calculated(Operation operation, Quantity left, Quantity right) implements Quantity {}

    /** The right side of a question whether there is an answer. */
    record Nothing() implements Quantity {}

    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        MIN,
        MAX
    }
}
