package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Exact arithmetic in which an unknown number stays unknown: {@code null} stands for an open operand and for what cannot
 * be computed.
 *
 * <p>7 / 2 is 3.5; 1 / 3 is rounded to 34 digits; 1 / 0 is unknown, and so is a result of more than 1,000 digits.
 */
final class Exact {

    private static final int MOST_DIGITS = 1_000;

    private Exact() {}

    static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : bounded(a.add(b));
    }

    static @Nullable BigDecimal minus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : bounded(a.subtract(b));
    }

    static @Nullable BigDecimal times(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : bounded(a.multiply(b));
    }

    static @Nullable BigDecimal over(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null || b.signum() == 0 ? null : a.divide(b, MathContext.DECIMAL128);
    }

    static @Nullable BigDecimal least(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.min(b);
    }

    static @Nullable BigDecimal most(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.max(b);
    }

    private static @Nullable BigDecimal bounded(BigDecimal result) {
        return result.precision() > MOST_DIGITS ? null : result;
    }
}
