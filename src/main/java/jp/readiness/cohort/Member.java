package jp.readiness.cohort;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An applicant in a cohort.
 *
 * @param sheet id of the answer sheet; empty once that is deleted, which leaves the rest for the statistics
 * @param position 1, 2, 3 … in the order in which they came
 * @param name as handed in or as it stood in the file; empty without one
 * @param projection empty until judged
 * @param decision the staff's last one
 * @param ending empty while nobody knows
 */
public record Member(
        UUID id,
        UUID cohort,
        Optional<UUID> sheet,
        int position,
        String name,
        Source source,
        Instant joinedAt,
        Optional<Projection> projection,
        Optional<Decision> decision,
        Optional<Ending> ending) {}
