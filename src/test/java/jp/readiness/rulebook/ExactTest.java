package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Arithmetic without rounding where there need be none, and without an answer where there is none. */
class ExactTest {

    @Test
    void quotients_are_exact_where_they_end() {
        assertThat(Exact.over(number("7"), number("2"))).isEqualByComparingTo("3.5");
        assertThat(Exact.over(number("1"), number("3"))).isEqualByComparingTo("0.3333333333333333333333333333333333");
        assertThat(Exact.plus(number("0.1"), number("0.2"))).isEqualByComparingTo("0.3");
    }

    @Test
    void what_is_unknown_stays_unknown() {
        assertThat(Exact.plus(null, number("1"))).isNull();
        assertThat(Exact.minus(number("1"), null)).isNull();
        assertThat(Exact.times(null, null)).isNull();
        assertThat(Exact.over(number("1"), null)).isNull();
        assertThat(Exact.least(null, number("1"))).isNull();
        assertThat(Exact.most(number("1"), null)).isNull();
        assertThat(Exact.over(number("1"), number("0.00"))).isNull();
    }

    @Test
    void numbers_do_not_grow_without_end() {
        @Nullable BigDecimal power = number("999999999999999.999999999");
        for (int i = 0; i < 100; i++) {
            power = Exact.times(power, power);
        }
        assertThat(power).isNull();
        assertThat(Exact.plus(number("1e1000"), number("1"))).isNull();
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
