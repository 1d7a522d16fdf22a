package jp.readiness.cli;

import java.lang.reflect.Method;
import java.util.List;
import jp.readiness.batch.BatchWatcher;
import jp.readiness.programme.Text;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how a run is getting on: rows done, rate and time left. Elsewhere only what is worth knowing. */
final class Progress implements BatchWatcher, AutoCloseable {

    private final Console console;
    private @Nullable ProgressBar bar;

    Progress(Console console) {
        this.console = console;
    }

    @Override
    public void opened(List<Text> notes, long resumed) {
        notes.forEach(console::complain);
        if (resumed > 0) {
            console.complain(new Text(
                    "前回の続きから始めます（%,d行は判定済みです）。".formatted(resumed),
                    "Going on where the last run stopped: %,d rows are done.".formatted(resumed)));
        }
        console.err().flush();
        if (isTerminal()) {
            bar = bar(resumed);
        }
    }

    private ProgressBar bar(long resumed) {
        return new ProgressBarBuilder()
                .setTaskName(new Text("判定", "Judging").in(console.locale()))
                .setUnit(new Text("行", " rows").in(console.locale()), 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .startsFrom(resumed, java.time.Duration.ZERO)
                .showSpeed()
                .build();
    }

    @Override
    public void progressed(long rows, long rejected, double fraction) {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.maxHint(fraction > 0 ? Math.max(rows, Math.round(rows / fraction)) : -1);
            shown.stepTo(rows);
            if (rejected > 0) {
                shown.setExtraMessage(new Text("取り込めない行 %,d".formatted(rejected), "rejected %,d".formatted(rejected))
                        .in(console.locale()));
            }
        }
    }

    @Override
    public void finishing() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.maxHint(shown.getCurrent());
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** From Java 22 on there is a console even where there is no terminal. */
    private static boolean isTerminal() {
        java.io.Console terminal = System.console();
        if (terminal == null) {
            return false;
        }
        try {
            Method isTerminal = java.io.Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(terminal);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
