package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.jspecify.annotations.Nullable;

/** One side of a condition, or the amount of a grant. */
sealed interface Operand extends Term {

    /** What rules can calculate with. */
    sealed interface Amount extends Operand {

        /** The call on {@link Facts} that gives the number in generated code. */
        String drl();

        /** The same number by the same call; null while it is unknown. */
        @Nullable
        BigDecimal value(Facts facts);
    }

    /** The answer to a question, of any type. */
    record Asked(int slot, Question question) implements Amount {
        @Override
        public String drl() {
            return "asked(" + slot + ")";
        }

        @Override
        public @Nullable BigDecimal value(Facts facts) {
            return facts.asked(slot);
        }

        boolean is(QuestionType type) {
            return question.type() == type;
        }
    }

    /** A number written in the rule, or a parameter. */
    record Constant(int index, Optional<String> parameter) implements Amount {
        @Override
        public String drl() {
            return "constant(" + index + ")";
        }

        @Override
        public BigDecimal value(Facts facts) {
            return facts.constant(index);
        }
    }

    /** The number that a parameter's table gives for the option chosen. */
    record TableEntry(int index, Asked key, String parameter) implements Amount {
        @Override
        public String drl() {
            return "table(" + index + ", " + key.slot + ")";
        }

        @Override
        public @Nullable BigDecimal value(Facts facts) {
            return facts.table(index, key.slot);
        }
    }

    record Computed(Arithmetic how, Amount left, Amount right) implements Amount {
        @Override
        public String drl() {
            return how.call + "(" + left.drl() + ", " + right.drl() + ")";
        }

        @Override
        public @Nullable BigDecimal value(Facts facts) {
            return how.apply(facts, left.value(facts), right.value(facts));
        }
    }

    enum Arithmetic {
        PLUS("plus"),
        MINUS("minus"),
        TIMES("times"),
        OVER("over"),
        MIN("least"),
        MAX("most");

        private final String call;

        Arithmetic(String call) {
            this.call = call;
        }

        private @Nullable BigDecimal apply(Facts facts, @Nullable BigDecimal a, @Nullable BigDecimal b) {
            return switch (this) {
                case PLUS -> facts.plus(a, b);
                case MINUS -> facts.minus(a, b);
                case TIMES -> facts.times(a, b);
                case OVER -> facts.over(a, b);
                case MIN -> facts.least(a, b);
                case MAX -> facts.most(a, b);
            };
        }
    }

    record OptionOf(Asked question, int index, String id) implements Operand {

        /** As authors write it. */
        String name() {
            return question.question().enumName() + "." + id;
        }
    }

    record YesNo(boolean yes) implements Operand {}

    record Words(String text) implements Operand {}

    /** The values in parentheses after {@code in}. */
    record OneOf(List<Operand> values) implements Operand {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** {@code null}: no answer. */
    record Nothing() implements Operand {}

    /** Stands where a problem was found, so that reading can go on and find the next. */
    record Broken() implements Operand {}

    /** Whether one can calculate with it. */
    default boolean isNumber() {
        return this instanceof Asked asked ? asked.question.type().isNumber() : this instanceof Amount;
    }

    /** Names every question that the operand reads. */
    default void forEachQuestion(IntConsumer action) {
        if (this instanceof Asked asked) {
            action.accept(asked.slot);
        } else if (this instanceof TableEntry entry) {
            action.accept(entry.key.slot);
        } else if (this instanceof Computed computed) {
            computed.left.forEachQuestion(action);
            computed.right.forEachQuestion(action);
        }
    }

    /** Names every parameter that the operand uses. */
    default void forEachParameter(Consumer<String> action) {
        if (this instanceof Constant constant) {
            constant.parameter.ifPresent(action);
        } else if (this instanceof TableEntry entry) {
            action.accept(entry.parameter);
        } else if (this instanceof Computed computed) {
            computed.left.forEachParameter(action);
            computed.right.forEachParameter(action);
        } else if (this instanceof OneOf oneOf) {
            oneOf.values.forEach(value -> value.forEachParameter(action));
        }
    }

    /** Whether the answer sheet plays a part in it. */
    default boolean readsAnswers() {
        boolean[] reads = new boolean[1];
        forEachQuestion(question -> reads[0] = true);
        return reads[0];
    }
}
