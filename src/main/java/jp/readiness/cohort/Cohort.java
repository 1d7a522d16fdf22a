package jp.readiness.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Applicants that are looked at together and judged by one edition.
 *
 * @param handIn how applicants hand in by themselves; empty until it is opened for the first time
 * @param retentionUntil last day on which names are kept
 * @param revision grows with everything that the cohort's page shows
 */
public record Cohort(
        UUID id,
        String programme,
        String edition,
        String name,
        Optional<LocalDate> heldOn,
        Origin origin,
        Optional<HandIn> handIn,
        Optional<LocalDate> retentionUntil,
        Instant createdAt,
        long revision) {

    /** @param code of the short address */
    public record HandIn(String code, Instant until) {

        public boolean isOpen(Instant now) {
            return now.isBefore(until);
        }
    }

    /**
     * A cohort to be made.
     *
     * @param name at most 200 characters
     */
    public record Plan(
            String programme,
            String edition,
            String name,
            Optional<LocalDate> heldOn,
            Origin origin,
            Optional<LocalDate> retentionUntil) {}
}
