package jp.readiness.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.audit.Subject;

/**
 * A key by which a program acts for a staff member, as it is kept: the key itself is not.
 *
 * @param name what its owner calls it
 * @param revokedAt when it was taken back
 */
record ApiToken(
        UUID id,
        UUID accountId,
        String name,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {

    /** Why a key no longer opens anything; the name in lower case is the end of the message's key. */
    enum State {
        USABLE,
        EXPIRED,
        REVOKED
    }

    State stateAt(Instant now) {
        if (revokedAt.isPresent()) {
            return State.REVOKED;
        }
        return now.isBefore(expiresAt) ? State.USABLE : State.EXPIRED;
    }

    Subject subject() {
        return new Subject("token", id.toString());
    }
}
