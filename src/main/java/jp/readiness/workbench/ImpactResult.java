package jp.readiness.workbench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.readiness.check.Impact;
import jp.readiness.check.Impact.Flip;

/**
 * What a draft would change for a cohort.
 *
 * @param counts everything that is counted
 * @param flips the first of those who are judged otherwise
 */
record ImpactResult(Impact counts, List<Flipped> flips, Instant at) {

    /** More than anybody reads; the counts are of all. */
    static final int MOST_FLIPS = 500;

    ImpactResult {
        flips = List.copyOf(flips);
    }

    /** @param position 1, 2, 3 … in the cohort */
    record Flipped(UUID member, int position, Flip flip) {}
}
