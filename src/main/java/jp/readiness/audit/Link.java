package jp.readiness.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The end of the chain as it stands, to which the next event is tied. */
record Link(long id, String hash) {

    static final Link START = new Link(0, "0".repeat(64));

    /** The next event of the chain. */
    AuditEvent next(Instant at, String actor, String action, Subject subject, String detail) {
        long next = id + 1;
        return new AuditEvent(
                next, at, actor, action, subject, detail, hash, hash(next, at, actor, action, subject, detail, hash));
    }

    /** Whether the event follows this end, and is as it was when it was written. */
    boolean isFollowedBy(AuditEvent event) {
        return next(event.at(), event.actor(), event.action(), event.subject(), event.detail())
                .equals(event);
    }

    static Link to(AuditEvent event) {
        return new Link(event.id(), event.hash());
    }

    /** Every part stands behind its length, so that no two different events look the same: "ab"+"c" is not "a"+"bc". */
    private static String hash(
            long id, Instant at, String actor, String action, Subject subject, String detail, String previous) {
        StringBuilder parts = new StringBuilder();
        for (Object part :
                new Object[] {id, at.toEpochMilli(), actor, action, subject.type(), subject.id(), detail, previous}) {
            parts.append(part.toString().length()).append(':').append(part);
        }
        return HexFormat.of().formatHex(sha256().digest(parts.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
