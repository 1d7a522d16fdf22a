package jp.readiness.run;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import jp.readiness.batch.BatchRun;
import jp.readiness.batch.BatchWatcher;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;

/** A run of this server that is not finished. Hears from one thread and tells others; asks no database. */
class LiveRun implements BatchWatcher {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private volatile boolean running;
    private volatile boolean cancelled;
    private volatile boolean finishing;
    private volatile @Nullable BatchRun batch;
    private volatile List<Text> notes = List.of();
    private volatile long resumedRows;
    private volatile @Nullable Heard first;
    private volatile @Nullable Heard last;

    /** @param nanos when it was heard */
    private record Heard(long nanos, long rows, long rejected, double fraction) {}

    /** From now on it is judged. @return false if it was cancelled before that */
    synchronized boolean begin(BatchRun run) {
        batch = run;
        running = true;
        return !cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
        BatchRun current = batch;
        if (current != null) {
            current.cancel();
        }
    }

    List<Text> notes() {
        return notes;
    }

    @Override
    public void opened(List<Text> said, long resumed) {
        notes = List.copyOf(said);
        resumedRows = resumed;
    }

    @Override
    public void progressed(long rows, long rejected, double fraction) {
        Heard now = new Heard(System.nanoTime(), rows, rejected, fraction);
        if (first == null) {
            first = now;
        }
        last = now;
    }

    @Override
    public void finishing() {
        finishing = true;
    }

    RunProgress progress() {
        Heard begun = first;
        Heard now = last;
        if (begun == null || now == null) {
            return new RunProgress(running, resumedRows, 0, 0, 0, OptionalLong.empty(), finishing);
        }
        double seconds = Math.max((System.nanoTime() - begun.nanos()) / NANOS, 1e-3);
        double read = now.fraction() - begun.fraction();
        OptionalLong left = seconds > 1 && read > 0
                ? OptionalLong.of(Math.round((1 - now.fraction()) / read * seconds))
                : OptionalLong.empty();
        return new RunProgress(
                running,
                now.rows(),
                now.rejected(),
                (int) Math.min(100, Math.round(now.fraction() * 100)),
                Math.round((now.rows() - begun.rows()) / seconds),
                left,
                finishing);
    }
}
