package jp.readiness.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.readiness.audit.Audit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes runs that were kept long enough, with the names in their files. */
@Component
class RunCleaning {

    private final RunRepository repository;
    private final RunFiles files;
    private final RunSettings settings;
    private final Audit audit;
    private final Clock clock;

    RunCleaning(RunRepository repository, RunFiles files, RunSettings settings, Audit audit, Clock clock) {
        this.repository = repository;
        this.files = files;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void clean() {
        for (Run run : repository.createdBefore(clock.instant().minus(settings.keep()))) {
            if (repository.delete(run.id())) {
                files.delete(run.folder());
                audit.record(Audit.SYSTEM, "RUN_DELETED", run.subject(), Map.of("why", "kept long enough"));
            }
        }
        files.deleteAllBut(repository.folders(), Instant.now().minus(Duration.ofDays(1)));
    }
}
