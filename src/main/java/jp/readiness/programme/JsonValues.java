package jp.readiness.programme;

import java.math.BigDecimal;
import java.util.Collection;

/** JSON-like values (Boolean, Number, String, list of these) in one form each, so that equal values are equal objects. */
public final class JsonValues {

    private JsonValues() {}

    /**
     * Numbers as {@link BigDecimal} without needless zeros ({@code 1}, {@code 1L} and {@code 1.0} are one), collections
     * as lists in their order, all else as it is.
     */
    public static Object canonical(Object value) {
        if (value instanceof Number number) {
            return new Answer.Number(new BigDecimal(number.toString())).value();
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(JsonValues::canonical).toList();
        }
        return value;
    }
}
