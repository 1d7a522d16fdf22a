package jp.readiness.run;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.readiness.advice.Adviser;
import jp.readiness.batch.BatchOrder;
import jp.readiness.batch.BatchProblem;
import jp.readiness.batch.BatchResult;
import jp.readiness.batch.BatchRun;
import jp.readiness.library.Library;
import jp.readiness.programme.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Judges files, so many at once. A server that ends in the middle goes on where it stopped when it is started again: that
 * a run is not done stands in the database, how far it has come beside its files.
 */
@Component
class RunWorker {

    private static final Logger log = LoggerFactory.getLogger(RunWorker.class);

    private final RunRepository repository;
    private final RunFiles files;
    private final Library library;
    private final Clock clock;
    private final ExecutorService threads;
    private final Map<UUID, LiveRun> live = new ConcurrentHashMap<>();

    RunWorker(RunRepository repository, RunFiles files, Library library, Clock clock, RunSettings settings) {
        this.repository = repository;
        this.files = files;
        this.library = library;
        this.clock = clock;
        // ended by nothing but the end of the program: what is cut short goes on at the next start
        this.threads = Executors.newFixedThreadPool(settings.parallel(), task -> {
            Thread thread = new Thread(task, "run");
            thread.setDaemon(true);
            return thread;
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        repository.waiting().forEach(this::submit);
    }

    void submit(Run run) {
        if (live.putIfAbsent(run.id(), new LiveRun()) == null) {
            threads.execute(() -> execute(run));
        }
    }

    Optional<RunProgress> progress(UUID id) {
        return Optional.ofNullable(live.get(id)).map(LiveRun::progress);
    }

    void cancel(UUID id) {
        Optional.ofNullable(live.get(id)).ifPresent(LiveRun::cancel);
    }

    private void execute(Run run) {
        LiveRun watch = live.getOrDefault(run.id(), new LiveRun());
        try {
            keep(run, outcome(run, watch));
        } catch (DataAccessException e) {
            log.error("What came of run {} could not be kept; the next start judges it again", run.id(), e);
        } finally {
            live.remove(run.id());
        }
    }

    private Run outcome(Run run, LiveRun watch) {
        try {
            BatchRun batch = new BatchRun(adviser(run), order(run));
            if (!watch.begin(batch)) {
                return ended(run, Run.State.CANCELLED, List.of());
            }
            BatchResult result = batch.run(watch);
            return result.cancelled()
                    ? ended(run, Run.State.CANCELLED, List.of())
                    : run.ended(
                            Run.State.DONE,
                            result.rows(),
                            result.rejected(),
                            watch.notes(),
                            List.of(),
                            clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (BatchProblem e) {
            return ended(run, Run.State.FAILED, withoutPlaces(e.texts(), run));
        } catch (RuntimeException | OutOfMemoryError e) {
            log.error("Run {} failed", run.id(), e);
            return ended(run, Run.State.FAILED, List.of(internal()));
        }
    }

    private Adviser adviser(Run run) {
        return library.version(run.programme(), run.edition(), run.version())
                .orElseThrow(() -> new IllegalStateException("the version is gone"));
    }

    private BatchOrder order(Run run) {
        return new BatchOrder(
                files.input(run.folder()),
                run.encoding(),
                run.byHand(),
                files.results(run.folder()),
                Optional.of(files.rejects(run.folder())),
                run.details(),
                run.asOf(),
                run.locale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.JAPANESE);
    }

    private Run ended(Run run, Run.State end, List<Text> problems) {
        return run.ended(end, 0, 0, List.of(), problems, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void keep(Run before, Run ended) {
        boolean kept = repository.update(ended, Run.State.WAITING);
        if (ended.state() == Run.State.DONE && kept) {
            files.deleteInput(before.folder());
        } else {
            files.delete(before.folder());
        }
    }

    /** Where files lie on the server is nobody's business. */
    private List<Text> withoutPlaces(List<Text> texts, Run run) {
        String folder = files.folder(run.folder()) + java.io.File.separator;
        return texts.stream()
                .map(text -> new Text(text.ja().replace(folder, ""), text.en().replace(folder, "")))
                .toList();
    }

    private static Text internal() {
        return new Text(
                "こちらの不具合で、判定できませんでした。もう一度取り込んでも続くときは、システムの担当者に知らせてください。",
                "It could not be judged because of a fault of this system. If it happens again, tell whoever runs it.");
    }
}
