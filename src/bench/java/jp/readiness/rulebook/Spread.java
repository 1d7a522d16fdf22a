package jp.readiness.rulebook;

import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured in several rounds as median (least – most). */
public final class Spread {

    private Spread() {}

    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    public static String of(double[] values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double most = Arrays.stream(values).max().orElseThrow();
        return String.format(Locale.ROOT, "%.3g (%.3g – %.3g)", median(values), least, most);
    }

    /** Round by round. */
    public static String ofRatios(double[] values, double[] yardstick) {
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, round -> values[round] / yardstick[round]);
        return of(ratios);
    }
}
