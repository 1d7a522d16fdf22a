package jp.readiness.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jp.readiness.batch.RowJudge.Judged;
import jp.readiness.table.Row;

/** Threads that judge bundles of rows; results are taken in the order in which the rows were given. */
final class Workers implements AutoCloseable {

    private static final int ROWS = 1_000;
    /** With details a row takes thousands of times as long. */
    private static final int ROWS_WITH_DETAILS = 20;

    private final ExecutorService pool;
    private final ThreadLocal<RowJudge> judges;
    private final int bundle;
    private final int mostPending;
    private final Deque<Future<Judged>> pending = new ArrayDeque<>();

    Workers(Supplier<RowJudge> judges, boolean details) {
        int threads = Runtime.getRuntime().availableProcessors();
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "batch");
            thread.setDaemon(true);
            return thread;
        });
        this.judges = ThreadLocal.withInitial(judges);
        this.bundle = details ? ROWS_WITH_DETAILS : ROWS;
        this.mostPending = 3 * threads;
    }

    /** Takes the next bundle. @return whether there may be more rows */
    boolean take(Supplier<Optional<Row>> rows) {
        List<Row> some = new ArrayList<>(bundle);
        Optional<Row> row = rows.get();
        while (row.isPresent()) {
            some.add(row.get());
            if (some.size() == bundle) {
                break;
            }
            row = rows.get();
        }
        if (!some.isEmpty()) {
            pending.add(pool.submit(() -> judges.get().judge(some)));
        }
        return row.isPresent();
    }

    boolean isBusy() {
        return !pending.isEmpty();
    }

    /** What came of the first bundle not yet taken, if it is done or must be waited for. */
    Optional<Judged> next(boolean wait) {
        Future<Judged> first = pending.peek();
        if (first == null || !(wait || first.isDone() || pending.size() >= mostPending)) {
            return Optional.empty();
        }
        pending.remove();
        try {
            return Optional.of(first.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging fails for no row", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
