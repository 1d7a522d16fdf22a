package jp.readiness.workbench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jp.readiness.workbench.Refused.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Long work behind a page: one at a time, each for a bounded time, with how far it has come. What came of it is kept while
 * there is room, so that who looks again need not wait again.
 *
 * @param <K> what the work is about: who starts the same once more gets the one that runs or has run
 */
final class LongRuns<K, V> {

    private static final int WAITING = 8;
    private static final Logger log = LoggerFactory.getLogger(LongRuns.class);

    /** The work itself. */
    interface Work<V> {
        V run(Run<V> run);
    }

    private final Duration longest;
    private final ThreadPoolExecutor worker;
    private final Map<K, Run<V>> runs;

    LongRuns(String name, Duration longest, int kept) {
        this.longest = longest;
        this.worker = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        this.runs = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Run<V>> longestUnused) {
                return size() > kept && longestUnused.getValue().isOver();
            }
        };
    }

    /** Starts the work, unless it runs already. */
    Run<V> start(K about, Work<V> work) {
        synchronized (runs) {
            Run<V> known = runs.get(about);
            if (known != null && !known.isOver()) {
                return known;
            }
            Run<V> run = new Run<>(longest);
            try {
                worker.execute(() -> run.work(work));
            } catch (RejectedExecutionException e) {
                throw new Refused(Reason.BUSY);
            }
            runs.put(about, run);
            return run;
        }
    }

    Optional<Run<V>> find(K about) {
        synchronized (runs) {
            return Optional.ofNullable(runs.get(about));
        }
    }

    void stop() {
        worker.shutdownNow();
    }

    /** One piece of work, seen by the thread that does it and by those who wait. */
    static final class Run<V> {

        private final Duration longest;
        private final CountDownLatch over = new CountDownLatch(1);
        private volatile long end = Long.MAX_VALUE;
        private volatile int done;
        private volatile int total;
        private volatile @Nullable V result;
        private volatile @Nullable Reason refusal;

        private Run(Duration longest) {
            this.longest = longest;
        }

        private void work(Work<V> work) {
            end = System.nanoTime() + longest.toNanos();
            try {
                result = work.run(this);
            } catch (Refused e) {
                refusal = e.reason();
            } catch (RuntimeException e) {
                log.warn("A long run was not done to the end", e);
                refusal = Reason.FAILED;
            } catch (OutOfMemoryError e) {
                log.warn("A long run needed too much memory", e);
                refusal = Reason.TOO_MUCH;
            } finally {
                over.countDown();
            }
        }

        /** Says how far the work has come, and ends it once its time is over. */
        void at(int now, int of) {
            done = now;
            total = of;
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new Refused(Reason.RUN_TOO_SLOW);
            }
        }

        int done() {
            return done;
        }

        /** 0 while it waits for others. */
        int total() {
            return total;
        }

        boolean isOver() {
            return over.getCount() == 0;
        }

        /** Waits until it is over, for a short while. */
        void await(Duration atMost) {
            try {
                over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        Optional<V> result() {
            return Optional.ofNullable(result);
        }

        /** Why there is no result. */
        Optional<Reason> refusal() {
            return Optional.ofNullable(refusal);
        }
    }
}
