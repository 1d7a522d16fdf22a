package jp.readiness.programme;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** The answer to one question. An open question has no answer at all; there is no empty answer. */
public sealed interface Answer {

    record YesNo(boolean yes) implements Answer {}

    /** A number without needless zeros, so that equal numbers are equal answers: 2, 2.0 and 2.00 are one. */
    record Number(BigDecimal value) implements Answer {
        public Number {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            if (value.scale() < 0) {
                value = value.setScale(0);
            }
        }

        public static Number of(long value) {
            return new Number(BigDecimal.valueOf(value));
        }
    }

    /** @param option id of the option chosen */
    record Choice(String option) implements Answer {}

    /** @param options ids of the options chosen, possibly none: "none of these" is an answer */
    record Choices(Set<String> options) implements Answer {
        public Choices {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }
    }

    record ShortText(String text) implements Answer {}
}
