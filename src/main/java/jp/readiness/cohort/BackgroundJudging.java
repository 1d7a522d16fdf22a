package jp.readiness.cohort;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Judges those who wait when somebody looks: a few at once, so that the page shows them, and many behind the page, which
 * says how far it has come. What is stopped half-way goes on when somebody looks again.
 */
@Component
class BackgroundJudging {

    /** So many a page waits for. */
    private static final int FEW = 100;

    private static final int AT_ONCE = 500;
    private static final Logger log = LoggerFactory.getLogger(BackgroundJudging.class);

    private final Judging judging;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "cohort-judging");
        thread.setDaemon(true);
        return thread;
    });

    BackgroundJudging(Judging judging) {
        this.judging = judging;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** @return how many still wait when it comes back */
    int look(Cohort cohort) {
        int waiting = judging.waiting(cohort);
        if (waiting == 0) {
            return 0;
        }
        if (waiting <= FEW) {
            judging.judgeSome(cohort, FEW);
            return judging.waiting(cohort);
        }
        if (running.add(cohort.id())) {
            worker.execute(() -> judgeAll(cohort));
        }
        return waiting;
    }

    private void judgeAll(Cohort cohort) {
        try {
            int judged = AT_ONCE;
            while (judged > 0 && !Thread.currentThread().isInterrupted()) {
                judged = judging.judgeSome(cohort, AT_ONCE);
            }
        } catch (RuntimeException e) {
            log.warn("Cohort {} was not judged to the end", cohort.id(), e);
        } finally {
            running.remove(cohort.id());
        }
    }
}
