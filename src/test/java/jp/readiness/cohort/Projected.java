package jp.readiness.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;

/** A projection put together for a test. */
final class Projected {

    private final Verdict verdict;
    private final Band band;
    private final List<Projection.StepRisk> steps = new ArrayList<>();
    private final SortedSet<String> unmet = new TreeSet<>();
    private final SortedSet<String> fired = new TreeSet<>();
    private final SortedSet<String> asked = new TreeSet<>();

    private Projected(Verdict verdict, Band band) {
        this.verdict = verdict;
        this.band = band;
    }

    static Projected as(Verdict verdict, Band band) {
        return new Projected(verdict, band);
    }

    Projected unmet(String... ids) {
        unmet.addAll(List.of(ids));
        return this;
    }

    Projected fired(String... ids) {
        fired.addAll(List.of(ids));
        return this;
    }

    Projected asked(String... ids) {
        asked.addAll(List.of(ids));
        return this;
    }

    Projected step(String id, double probability, Band itsBand) {
        steps.add(new Projection.StepRisk(id, probability, itsBand, false));
        return this;
    }

    Projection made() {
        return new Projection(
                StoredCohorts.VERSION, 1, verdict, 0.25, band, false, steps, unmet, fired, new TreeSet<>(), asked);
    }
}
