package jp.readiness.audit;

import java.time.Instant;

/**
 * One thing that happened.
 *
 * @param id 1, 2, 3 … without a gap
 * @param at to the millisecond
 * @param actor id of a staff account, {@link Audit#SYSTEM}, {@link Audit#APPLICANT} or {@link Audit#UNKNOWN}
 * @param action such as {@code LOG_IN}
 * @param detail a JSON object with its keys sorted
 * @param previousHash the hash of the event before; 64 zeros for the first
 * @param hash over everything above: 64 hexadecimal digits
 */
public record AuditEvent(
        long id,
        Instant at,
        String actor,
        String action,
        Subject subject,
        String detail,
        String previousHash,
        String hash) {}
