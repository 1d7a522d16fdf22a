package jp.readiness.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import jp.readiness.programme.Text;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * The line of a run on a terminal: {@code [=====     ]  48%  171,000 rows  21,375 rows/s  about 8 s left}. How many rows
 * there will be nobody knows before the end, so none is claimed.
 */
final class ProgressLine implements ProgressBarRenderer {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SHORTEST_BAR = 10;
    /** Always the same where there is room, so that it does not jump when a number becomes longer. */
    private static final int LONGEST_BAR = 20;

    private static final int MOST_SECONDS = 90;

    private final Locale locale;
    private final long resumed;
    private final long begun;
    private volatile State state;

    private record State(long rows, long rejected, double fraction, double firstFraction, boolean finishing) {}

    /** @param resumed rows that were done before this run */
    ProgressLine(Locale locale, long resumed, long nanos) {
        this.locale = locale;
        this.resumed = resumed;
        this.begun = nanos;
        this.state = new State(resumed, 0, 0, -1, false);
    }

    void progressed(long rows, long rejected, double fraction) {
        double first = state.firstFraction() < 0 ? fraction : state.firstFraction();
        state = new State(rows, rejected, fraction, first, false);
    }

    void finishing() {
        State last = state;
        state = new State(last.rows(), last.rejected(), 1, last.firstFraction(), true);
    }

    @Override
    public String render(ProgressState ignored, int width) {
        return line(System.nanoTime(), width);
    }

    /** @param width in columns */
    String line(long nanos, int width) {
        State now = state;
        double seconds = Math.max((nanos - begun) / NANOS, 1e-3);
        int percent = (int) Math.min(now.finishing() ? 100 : 99, Math.floor(now.fraction() * 100));
        String words = "%3d%%  ".formatted(percent)
                + said(
                        "%,d行  毎秒%,d行".formatted(now.rows(), rate(now, seconds)),
                        "%,d rows  %,d rows/s".formatted(now.rows(), rate(now, seconds)))
                + (now.rejected() == 0
                        ? ""
                        : said("  取り込めない行 %,d".formatted(now.rejected()), "  %,d rejected".formatted(now.rejected())))
                + "  " + time(now, seconds);
        int room = width - columns(words) - 3; // two brackets and a blank
        return room < SHORTEST_BAR ? words.strip() : bar(Math.min(room, LONGEST_BAR), percent) + " " + words;
    }

    private long rate(State now, double seconds) {
        return Math.round((now.rows() - resumed) / seconds);
    }

    private String time(State now, double seconds) {
        if (now.finishing()) {
            return said("所要%s".formatted(amount(seconds)), "took %s".formatted(amount(seconds)));
        }
        double read = now.fraction() - Math.max(now.firstFraction(), 0);
        if (read <= 0 || seconds < 1) {
            return said("残り時間は計算中", "time left: unknown yet");
        }
        String left = amount((1 - now.fraction()) / read * seconds);
        return said("残り約%s".formatted(left), "about %s left".formatted(left));
    }

    private String amount(double seconds) {
        long whole = Math.round(seconds);
        return whole < MOST_SECONDS
                ? said("%d秒".formatted(whole), "%d s".formatted(whole))
                : said("%d分".formatted((whole + 59) / 60), "%d min".formatted((whole + 59) / 60));
    }

    private static String bar(int length, int percent) {
        int done = length * percent / 100;
        return "[" + "=".repeat(done) + " ".repeat(length - done) + "]";
    }

    /** Our own words alone: digits and Latin letters take one column, the others two. */
    private static int columns(String words) {
        return words.codePoints().map(letter -> letter < 0x1100 ? 1 : 2).sum();
    }

    private String said(String ja, String en) {
        return new Text(ja, en).in(locale);
    }
}
