package jp.readiness.cohort;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;

/**
 * What the rules said last about a member, as far as lists, distributions and the track record need it.
 *
 * @param version hash of the edition's content
 * @param revision of the sheet that was judged
 * @param risk of dropping out at all, 0 to 1
 * @param provisional whether the band may still change
 * @param unmet ids of criteria
 * @param fired ids of the other findings that fired
 * @param open ids of findings that are open
 * @param asked ids of open questions that decide a required condition
 */
public record Projection(
        String version,
        long revision,
        Verdict verdict,
        double risk,
        Band band,
        boolean provisional,
        List<StepRisk> steps,
        SortedSet<String> unmet,
        SortedSet<String> fired,
        SortedSet<String> open,
        SortedSet<String> asked) {

    public Projection {
        steps = List.copyOf(steps);
        unmet = Collections.unmodifiableSortedSet(new TreeSet<>(unmet));
        fired = Collections.unmodifiableSortedSet(new TreeSet<>(fired));
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
        asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
    }

    public record StepRisk(String step, double probability, Band band, boolean provisional) {}

    /** The step at which dropping out is most likely, unless that is low at every step. */
    public Optional<StepRisk> peak() {
        return steps.stream()
                .filter(step -> step.band() != Band.LOW)
                .max(Comparator.comparingDouble(StepRisk::probability));
    }
}
