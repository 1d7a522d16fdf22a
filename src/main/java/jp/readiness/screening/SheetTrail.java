package jp.readiness.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import org.springframework.stereotype.Component;

/** The traces that acts on an answer sheet leave in the audit log: by the sheet's id, without a name. */
@Component
class SheetTrail {

    private static final String CHANGED = "SHEET_CHANGED";
    private static final String DELETED = "SHEET_DELETED";

    private final Audit audit;
    private final Clock clock;

    SheetTrail(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param actor id of a staff account */
    void byStaff(String actor, String action, UUID sheetId, Map<String, ?> detail) {
        audit.record(actor, action, subject(sheetId), detail);
    }

    void handedIn(UUID sheetId) {
        byApplicant("SHEET_HANDED_IN", sheetId);
    }

    /** Answers are saved as they are typed: one trace a sheet and day tells enough. */
    void changed(UUID sheetId) {
        Instant today = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        if (!audit.holds(CHANGED, subject(sheetId), today)) {
            byApplicant(CHANGED, sheetId);
        }
    }

    void deleted(UUID sheetId) {
        byApplicant(DELETED, sheetId);
    }

    /** Whether there was such a sheet and its owner has deleted it. */
    boolean saysDeleted(UUID sheetId) {
        return audit.holds(DELETED, subject(sheetId), Instant.EPOCH);
    }

    private void byApplicant(String action, UUID sheetId) {
        audit.record(Audit.APPLICANT, action, subject(sheetId), Map.of());
    }

    private static Subject subject(UUID sheetId) {
        return new Subject("sheet", sheetId.toString());
    }
}
