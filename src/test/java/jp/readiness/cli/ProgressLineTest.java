package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What stands on a terminal while a run goes on. */
class ProgressLineTest {

    private static long at(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void it_says_how_far_the_run_has_come_how_fast_and_how_long_it_takes_still() {
        ProgressLine line = new ProgressLine(Locale.ENGLISH, 0, at(0));
        line.progressed(0, 0, 0);
        assertThat(line.line(at(0), 70)).endsWith("]   0%  0 rows  0 rows/s  time left: unknown yet");

        line.progressed(1_680_000, 0, 0.5);
        assertThat(line.line(at(8), 79))
                .matches("\\[={10} {10}] {2}50% {2}1,680,000 rows {2}210,000 rows/s {2}about 8 s left");

        line.progressed(3_360_000, 2, 1);
        assertThat(line.line(at(16), 79)).contains(" 99%", "2 rejected", "about 0 s left");
        line.finishing();
        assertThat(line.line(at(16), 79)).contains("100%  3,360,000 rows", "took 16 s");
    }

    @Test
    void in_japanese_it_fits_the_terminal_whose_letters_take_two_columns() {
        ProgressLine line = new ProgressLine(Locale.JAPANESE, 0, at(0));
        line.progressed(0, 0, 0);
        line.progressed(171_000, 3, 0.25);
        String shown = line.line(at(60), 75);
        assertThat(shown).endsWith("]  25%  171,000行  毎秒2,850行  取り込めない行 3  残り約3分");
        assertThat(shown.length() + shown.replaceAll("[ -~]", "").length()).isEqualTo(75);
    }

    @Test
    void a_narrow_terminal_gets_the_words_without_the_bar() {
        ProgressLine line = new ProgressLine(Locale.ENGLISH, 0, at(0));
        line.progressed(0, 0, 0);
        line.progressed(10, 0, 0.1);
        assertThat(line.line(at(2), 40)).isEqualTo("10%  10 rows  5 rows/s  about 18 s left");
    }

    @Test
    void rows_that_were_done_before_do_not_count_as_speed() {
        ProgressLine line = new ProgressLine(Locale.ENGLISH, 1_000, at(0));
        line.progressed(1_000, 0, 0.5);
        line.progressed(1_500, 0, 0.75);
        assertThat(line.line(at(5), 60)).contains("1,500 rows  100 rows/s  about 5 s left");
    }
}
