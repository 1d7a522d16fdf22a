package jp.readiness.workbench;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.readiness.advice.Adviser;
import jp.readiness.check.CheckedDraft;
import jp.readiness.check.Checker;
import jp.readiness.library.Library;
import jp.readiness.programme.Edition;
import jp.readiness.workbench.Refused.Reason;
import org.springframework.stereotype.Component;

/**
 * Checks drafts on threads of their own, few at a time and for a bounded time, so that a draft that takes long takes
 * nothing from applicants. Whoever waits longer is told so; the thread ends by the budgets of the checks themselves.
 */
@Component
class DraftChecks {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 20;

    private final Checker checker;
    private final Library library;
    private final WorkbenchSettings settings;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), task -> {
                Thread thread = new Thread(task, "draft-check");
                thread.setDaemon(true);
                return thread;
            });

    DraftChecks(Checker checker, Library library, WorkbenchSettings settings) {
        this.checker = checker;
        this.library = library;
        this.settings = settings;
    }

    /** What is wrong, as fast as one types. */
    CheckedDraft glance(Draft draft, SortedMap<String, String> texts) {
        return glance(draft.programme(), draft.edition(), texts);
    }

    /** As {@link #glance(Draft, SortedMap)}, for texts that are in no draft. */
    CheckedDraft glance(String programme, String edition, SortedMap<String, String> texts) {
        return run(() -> checker.glance(programme, edition, texts, others(programme, edition)), settings.glanceTime());
    }

    /** Everything, with the rules compiled. */
    CheckedDraft full(Draft draft, SortedMap<String, String> texts) {
        return full(draft.programme(), draft.edition(), texts);
    }

    /** As {@link #full(Draft, SortedMap)}, for texts that are in no draft. */
    CheckedDraft full(String programme, String edition, SortedMap<String, String> texts) {
        return run(() -> checker.check(programme, edition, texts, others(programme, edition)), settings.checkTime());
    }

    private List<Edition> others(String programme, String id) {
        return library.editions().stream()
                .map(Adviser::edition)
                .filter(edition -> edition.programme().equals(programme))
                .filter(edition -> !edition.id().equals(id))
                .toList();
    }

    private CheckedDraft run(Callable<CheckedDraft> check, Duration atMost) {
        try {
            Future<CheckedDraft> running = threads.submit(check);
            try {
                return running.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                running.cancel(true);
                throw new Refused(Reason.TOO_SLOW);
            }
        } catch (RejectedExecutionException e) {
            throw new Refused(Reason.BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.BUSY);
        } catch (ExecutionException e) {
            throw new IllegalStateException("checks report problems and throw nothing", e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
