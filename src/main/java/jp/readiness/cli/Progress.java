package jp.readiness.cli;

import java.lang.reflect.Method;
import java.util.List;
import jp.readiness.batch.BatchWatcher;
import jp.readiness.programme.Text;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how a run is getting on: rows done, rate and time left. Elsewhere only what is worth knowing. */
final class Progress implements BatchWatcher, AutoCloseable {

    private static final int UPDATE_MILLIS = 500;

    private final Console console;
    private @Nullable ProgressBar bar;
    private @Nullable ProgressLine line;

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
            show(new ProgressLine(console.locale(), resumed, System.nanoTime()));
        }
    }

    private void show(ProgressLine shown) {
        line = shown;
        bar = new ProgressBarBuilder()
                .setInitialMax(1)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .continuousUpdate()
                .setRenderer(shown)
                .build();
    }

    @Override
    public void progressed(long rows, long rejected, double fraction) {
        ProgressLine shown = line;
        if (shown != null) {
            shown.progressed(rows, rejected, fraction);
        }
    }

    @Override
    public void finishing() {
        ProgressLine shown = line;
        if (shown != null) {
            shown.finishing();
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
