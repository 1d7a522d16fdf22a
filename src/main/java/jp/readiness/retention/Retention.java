package jp.readiness.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.library.Library;
import jp.readiness.retention.RetentionRepository.Keeper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The front door of the package: what is kept how long, and its removal. */
@Service
public class Retention {

    /** So that nobody waits long for a lock. */
    private static final int AT_ONCE = 200;

    private final RetentionRepository repository;
    private final RetentionSettings settings;
    private final Library library;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Retention(
            RetentionRepository repository,
            RetentionSettings settings,
            Library library,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.settings = settings;
        this.library = library;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Where the names on a sheet go, and how long they are kept.
     *
     * @param cohorts their names
     * @param until last day; of several cohorts the last
     * @param days after it is handed in; 0 if nobody said
     */
    public record Term(List<String> cohorts, Optional<LocalDate> until, int days) {}

    public Term term(UUID sheet) {
        List<Keeper> keepers = repository.keepers(sheet);
        if (keepers.isEmpty()) {
            return new Term(List.of(), Optional.empty(), settings.handedInDays());
        }
        boolean open = keepers.stream().map(Keeper::until).anyMatch(Optional::isEmpty);
        Optional<LocalDate> last =
                keepers.stream().flatMap(keeper -> keeper.until().stream()).max(LocalDate::compareTo);
        return new Term(keepers.stream().map(Keeper::name).toList(), open ? Optional.empty() : last, 0);
    }

    /** Whose names would go if they were removed now. */
    List<Due> due() {
        List<Due> due = new ArrayList<>(repository.dueCohorts(today()));
        long outside = settings.handedInDays() == 0 ? 0 : repository.dueOutside(before());
        if (outside > 0) {
            due.add(new Due(Optional.empty(), "", today().minusDays(1), outside));
        }
        return due;
    }

    List<RetentionRepository.Kept> kept() {
        return repository.keptCohorts(today());
    }

    int handedInDays() {
        return settings.handedInDays();
    }

    @Scheduled(cron = "${readiness.retention.at:0 30 3 * * *}", zone = "Asia/Tokyo")
    void everyNight() {
        remove(Audit.SYSTEM);
    }

    /** Removes what is due. @return how many applicants have no name any more */
    long remove(String actor) {
        LocalDate today = today();
        long removed = 0;
        forgetFiles(actor, today);
        for (Due cohort : repository.dueCohorts(today)) {
            UUID id = cohort.cohort().orElseThrow();
            removed +=
                    remove(actor, new Subject("cohort", id.toString()), () -> repository.dueSheets(id, today, AT_ONCE));
        }
        if (settings.handedInDays() > 0) {
            removed +=
                    remove(actor, new Subject("retention", "handed-in"), () -> repository.dueSheets(before(), AT_ONCE));
        }
        return removed;
    }

    private void forgetFiles(String actor, LocalDate today) {
        transaction.executeWithoutResult(status -> {
            int files = repository.forgetFiles(today);
            if (files > 0) {
                audit.record(actor, "FILES_REMOVED", new Subject("retention", "cohorts"), Map.of("files", files));
            }
        });
    }

    private long remove(String actor, Subject subject, Supplier<List<UUID>> due) {
        long removed = 0;
        for (List<UUID> some = due.get(); !some.isEmpty(); some = due.get()) {
            List<UUID> sheets = some;
            AnonymousAnswers anonymous = new AnonymousAnswers(library);
            transaction.executeWithoutResult(status -> {
                repository.anonymise(sheets, anonymous::of, clock.instant());
                audit.record(actor, "NAMES_REMOVED", subject, Map.of("applicants", sheets.size()));
            });
            removed += sheets.size();
        }
        return removed;
    }

    private Instant before() {
        return clock.instant().minus(Duration.ofDays(settings.handedInDays()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
