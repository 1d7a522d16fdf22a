package jp.readiness.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of one edition that somebody is writing.
 *
 * @param base hash of the live version that it starts from; empty for an edition that is new
 * @param reason why it should go live; empty until somebody asks for approval
 * @param remark of who sent it back
 * @param createdBy id of a staff account, or "system"
 * @param liveFrom the day from which it should be live; empty for at once
 * @param approvedBy id of a staff account; empty unless it waits for its day
 * @param revision counts changes of state
 */
record Draft(
        UUID id,
        String programme,
        String edition,
        Optional<String> base,
        State state,
        Origin origin,
        String reason,
        String remark,
        String createdBy,
        Optional<String> submittedBy,
        Optional<LocalDate> liveFrom,
        Optional<String> approvedBy,
        Instant changedAt,
        long revision) {

    enum State {
        EDITING,
        SUBMITTED,
        /** Waits for its day. */
        APPROVED,
        PUBLISHED,
        DISCARDED
    }

    enum Origin {
        ONLINE,
        FOLDER,
        IMPORT,
        RESTORED
    }

    boolean isEditable() {
        return state == State.EDITING;
    }

    /** Whether it is neither published nor discarded. */
    public boolean isOpen() {
        return state == State.EDITING || state == State.SUBMITTED || state == State.APPROVED;
    }

    /** {@code programme/edition} */
    public String name() {
        return programme + "/" + edition;
    }
}
