package jp.readiness.cohort;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import jp.readiness.screening.SheetHandedIn;
import jp.readiness.screening.StaffSheets;
import jp.readiness.screening.StaffSheets.Begun;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The orientation: under a cohort's short address applicants begin a sheet of their own, and once they hand it in it
 * belongs to the cohort. The address lets one hand in and see nothing, and only until it expires. What is counted is the
 * cohort, not the address it is sent from: thirty phones in a room share one.
 */
@Service
@Transactional
class Orientation {

    /** Sheets that may be begun in a minute: a full hall, and no more than the database holds easily. */
    static final int BEGUN_PER_MINUTE = 200;

    /** Sheets that may be begun for one cohort at all. */
    static final int MOST_BEGUN = 5_000;

    private final CohortRepository cohorts;
    private final MemberRepository members;
    private final StaffSheets sheets;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    Orientation(
            CohortRepository cohorts,
            MemberRepository members,
            StaffSheets sheets,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.cohorts = cohorts;
        this.members = members;
        this.sheets = sheets;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens it for so long from now; while it is open the code stays the same, later there is a new one. */
    void open(String actor, Cohort cohort, Duration time) {
        String code = cohort.handIn()
                .filter(handIn -> handIn.isOpen(clock.instant()))
                .map(Cohort.HandIn::code)
                .orElseGet(this::unused);
        cohorts.openHandIn(cohort.id(), new Cohort.HandIn(code, clock.instant().plus(time)));
        trace(actor, "HAND_IN_OPENED", cohort, Map.of("minutes", time.toMinutes()));
    }

    private String unused() {
        String code = HandInCodes.next();
        while (cohorts.byCode(code).isPresent()) {
            code = HandInCodes.next();
        }
        return code;
    }

    void close(String actor, Cohort cohort) {
        cohort.handIn().filter(handIn -> handIn.isOpen(clock.instant())).ifPresent(handIn -> {
            cohorts.openHandIn(cohort.id(), new Cohort.HandIn(handIn.code(), clock.instant()));
            trace(actor, "HAND_IN_CLOSED", cohort, Map.of());
        });
    }

    /** The cohort with that code, open or expired; empty if there is none. */
    @Transactional(readOnly = true)
    Optional<Cohort> find(String typed) {
        String code = HandInCodes.read(typed);
        return HandInCodes.isWellFormed(code) ? cohorts.byCode(code) : Optional.empty();
    }

    boolean isOpen(Cohort cohort) {
        return cohort.handIn().filter(handIn -> handIn.isOpen(clock.instant())).isPresent();
    }

    /**
     * Begins a sheet that will belong to the cohort.
     *
     * @return empty while too many are begun
     */
    Optional<Begun> begin(Cohort cohort) {
        Bucket bucket = buckets.computeIfAbsent(
                cohort.id(),
                id -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(BEGUN_PER_MINUTE).refillGreedy(BEGUN_PER_MINUTE, Duration.ofMinutes(1)))
                        .build());
        if (!bucket.tryConsume(1) || begun(cohort) >= MOST_BEGUN) {
            return Optional.empty();
        }
        Begun begun = sheets.begin(cohort.programme(), cohort.edition());
        jdbc.sql("insert into cohort_guest (sheet_id, cohort_id, begun_at) values (:sheet, :cohort, :now)")
                .param("sheet", begun.id())
                .param("cohort", cohort.id())
                .param("now", now())
                .update();
        return Optional.of(begun);
    }

    /** How many sheets have been begun under the cohort's address. */
    @Transactional(readOnly = true)
    int begun(Cohort cohort) {
        return jdbc.sql("select count(*) from cohort_guest where cohort_id = :cohort")
                .param("cohort", cohort.id())
                .query(Integer.class)
                .single();
    }

    /** Whoever began in time may still hand in after the end; a second time changes nothing here. */
    @EventListener
    void handedIn(SheetHandedIn event) {
        cohortOf(event.sheet())
                .filter(cohort -> !members.has(cohort, event.sheet()))
                .ifPresent(cohort -> {
                    int position = cohorts.takePositions(cohort, 1);
                    // between the look and the lock the same sheet may have come in by a double click
                    if (!members.has(cohort, event.sheet())) {
                        members.add(cohort, List.of(event.sheet()), position, Source.HAND_IN);
                    }
                });
    }

    private Optional<UUID> cohortOf(UUID sheet) {
        return jdbc.sql("select cohort_id from cohort_guest where sheet_id = :sheet")
                .param("sheet", sheet)
                .query(UUID.class)
                .optional();
    }

    private void trace(String actor, String action, Cohort cohort, Map<String, ?> detail) {
        audit.record(actor, action, new Subject("cohort", cohort.id().toString()), detail);
    }

    private OffsetDateTime now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
