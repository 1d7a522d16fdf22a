package jp.readiness.library;

import java.time.Instant;
import java.util.Optional;

/**
 * A version that went live, as the history tells.
 *
 * @param number grows from one to the next, over all editions
 * @param previous hash of the version whose place it took; empty for the first
 */
public record Published(
        long number,
        String hash,
        Optional<String> previous,
        Instant at,
        String by,
        Optional<String> approvedBy,
        String reason,
        Publication.Origin origin) {}
