package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.function.Predicate;
import jp.readiness.programme.Text;

/** What numbers a place in the format takes, and how one says so. */
record Bounds(Predicate<BigDecimal> predicate, Text words) {

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final int MOST_FRACTION_DIGITS = 9;

    /** A probability or share that is neither nothing nor everything. */
    static final Bounds SHARE = new Bounds(
            n -> n.signum() > 0 && n.compareTo(BigDecimal.ONE) < 0,
            new Text("0より大きく1より小さい数にしてください。", "It must be more than 0 and less than 1."));

    /** A probability that may be nothing. */
    static final Bounds LEAK = new Bounds(
            n -> n.signum() >= 0 && n.compareTo(BigDecimal.ONE) < 0,
            new Text("0以上で1より小さい数にしてください。", "It must be 0 or more and less than 1."));

    /** Any number that all parts of the product can calculate with exactly. */
    static final Bounds EXACT = new Bounds(
            n -> n.abs().compareTo(LARGEST) <= 0 && n.stripTrailingZeros().scale() <= MOST_FRACTION_DIGITS,
            new Text(
                    "±1,000兆以内、小数は9桁までの数にしてください。",
                    "It must lie within ±10^15 and have at most 9 digits after the point."));

    static final Bounds EXACT_WHOLE = new Bounds(
            n -> EXACT.hold(n) && isWhole(n),
            new Text("±1,000兆以内の整数にしてください。", "It must be a whole number within ±10^15."));

    static Bounds whole(int min, int max) {
        return new Bounds(
                n -> isWhole(n)
                        && n.compareTo(BigDecimal.valueOf(min)) >= 0
                        && n.compareTo(BigDecimal.valueOf(max)) <= 0,
                Wording.say("%sから%sまでの整数にしてください。", "It must be a whole number from %s to %s.", min, max));
    }

    boolean hold(BigDecimal number) {
        return predicate.test(number);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }
}
