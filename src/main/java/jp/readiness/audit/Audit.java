package jp.readiness.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The front door of the package. Events are only ever added, one behind the other, each with the hash of the one before
 * it: a row that is changed, taken out or cut off at the end shows in {@link #firstBroken()}.
 */
@Service
public class Audit {

    /** The actor where the program itself acts, as at its first start. */
    public static final String SYSTEM = "system";

    /** The actor where the owner of an answer sheet acts, who is known by the sheet alone. */
    public static final String APPLICANT = "applicant";

    /** The actor where nobody is logged in. */
    public static final String UNKNOWN = "unknown";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AuditRepository repository;
    private final Clock clock;

    Audit(AuditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Adds an event. Inside a transaction it stays or goes with what it tells of.
     *
     * @param actor id of a staff account, {@link #SYSTEM}, {@link #APPLICANT} or {@link #UNKNOWN}
     * @param action upper case, at most 50 characters
     * @param detail ids, numbers and the like, never a person's name; at most 2,000 characters as JSON
     */
    @Transactional
    public AuditEvent record(String actor, String action, Subject subject, Map<String, ?> detail) {
        Link end = repository.lockEnd();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        AuditEvent event = end.next(now, actor, action, subject, JSON.writeValueAsString(new TreeMap<>(detail)));
        repository.append(event);
        return event;
    }

    /** Whether that has happened to the subject at this time or later. */
    @Transactional(readOnly = true)
    public boolean holds(String action, Subject subject, Instant since) {
        return repository.holds(action, subject, since);
    }

    /** The newest events, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEvent> newest(int limit) {
        return repository.newest(limit);
    }

    /** Looks at every event, the first first, one at a time: there may be more of them than memory holds. */
    @Transactional(readOnly = true)
    public void each(Consumer<AuditEvent> look) {
        repository.forEach(look);
    }

    /** Reads the whole chain: the id of the first event that is not as it was written, or that is missing. */
    @Transactional
    public OptionalLong firstBroken() {
        Link end = repository.lockEnd();
        ChainCheck check = new ChainCheck();
        repository.forEach(check::look);
        return check.firstBroken(end);
    }
}
