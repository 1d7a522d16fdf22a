package jp.readiness.outcome;

import java.time.Instant;
import java.util.UUID;

/**
 * A result as somebody noted it.
 *
 * @param sequence 1, 2, 3 … within its member; the highest counts
 * @param recordedBy id of a staff account, or {@link jp.readiness.audit.Audit#SYSTEM}
 */
public record Noted(UUID member, int sequence, Result result, String recordedBy, Instant recordedAt) {}
