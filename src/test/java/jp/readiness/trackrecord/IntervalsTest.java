package jp.readiness.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals of shares and of ratios, against published values and against their own promise. */
class IntervalsTest {

    @ParameterizedTest
    @CsvSource({
        // Newcombe, Statistics in Medicine 17 (1998), 857: four cases, method 3
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0.0000, 0.1611",
        "1, 29, 0.0061, 0.1718"
    })
    void the_interval_of_a_share_is_the_one_published(int events, int cases, double low, double high) {
        Interval interval = Rate.of(events, cases).interval();
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @ParameterizedTest
    @CsvSource({
        // Koopman, Biometrics 40 (1984), 513
        "36, 40, 16, 80, 2.94, 7.15, 0.005",
        // Fagerland, Lydersen, Laake, Statistics in Medical Research 24 (2015), 224: epinephrine in children
        "7, 34, 1, 34, 1.22, 42.6, 0.05"
    })
    void the_interval_of_a_ratio_is_the_one_published(
            int x1, int n1, int x2, int n2, double low, double high, double digits) {
        Interval interval = Lift.of(Rate.of(x1, n1), Rate.of(x2, n2)).interval();
        assertThat(interval.low()).isCloseTo(low, within(0.005));
        assertThat(interval.high()).isCloseTo(high, within(digits));
    }

    @Test
    void a_ratio_has_an_interval_where_nobody_left_in_one_of_the_groups() {
        Lift none = Lift.of(Rate.of(0, 16), Rate.of(15, 72));
        assertThat(none.ratio()).isZero();
        assertThat(none.interval().low()).isZero();
        assertThat(none.interval().high()).isBetween(0.5, 2.0);

        Lift all = Lift.of(Rate.of(15, 72), Rate.of(0, 16));
        assertThat(all.ratio()).isInfinite();
        assertThat(all.interval().low()).isCloseTo(1 / none.interval().high(), within(1e-6));
        assertThat(all.interval().high()).isInfinite();
    }

    @Test
    void everybody_left_in_both_groups_goes_with_no_difference() {
        Lift lift = Lift.of(Rate.of(10, 10), Rate.of(12, 12));
        assertThat(lift.ratio()).isEqualTo(1);
        assertThat(lift.interval().contains(1)).isTrue();
        assertThat(lift.interval().low()).isBetween(0.5, 1.0);
        assertThat(lift.interval().high()).isBetween(1.0, 2.0);
    }

    @Test
    void the_true_share_lies_within_its_interval_about_95_times_in_100() {
        Random random = new Random(20261);
        int within = 0;
        for (int i = 0; i < 4000; i++) {
            double truth = 0.05 + 0.9 * random.nextDouble();
            int cases = 5 + random.nextInt(60);
            within += Rate.of(binomial(truth, cases, random), cases).interval().contains(truth) ? 1 : 0;
        }
        assertThat(within / 4000.0).isBetween(0.93, 0.97);
    }

    @Test
    void the_true_ratio_lies_within_its_interval_about_95_times_in_100() {
        Random random = new Random(20262);
        int within = 0;
        int tries = 0;
        while (tries < 3000) {
            double with = 0.05 + 0.9 * random.nextDouble();
            double without = 0.05 + 0.9 * random.nextDouble();
            int n1 = 5 + random.nextInt(60);
            int n2 = 5 + random.nextInt(60);
            int x1 = binomial(with, n1, random);
            int x2 = binomial(without, n2, random);
            if (x1 + x2 > 0) {
                tries++;
                within += Lift.of(Rate.of(x1, n1), Rate.of(x2, n2)).interval().contains(with / without) ? 1 : 0;
            }
        }
        assertThat(within / 3000.0).isBetween(0.93, 0.97);
    }

    private static int binomial(double p, int n, Random random) {
        return (int) random.doubles(n).filter(each -> each < p).count();
    }
}
