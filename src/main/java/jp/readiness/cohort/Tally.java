package jp.readiness.cohort;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.cohort.MemberQueries.Counts;

/** Counts projections that are kept nowhere, as {@link MemberQueries#counts} counts those that are. */
final class Tally {

    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<Band, Integer> bands = new EnumMap<>(Band.class);
    private final Map<Decision, Integer> decisions = new EnumMap<>(Decision.class);
    private final Map<Mark, Map<String, Integer>> marks = new EnumMap<>(Mark.class);
    private final Map<String, Map<Band, Integer>> steps = new HashMap<>();
    private final Map<String, Integer> peaks = new HashMap<>();
    private int provisional;

    private Tally() {}

    static Counts of(List<Member> members, Map<UUID, Projection> projections) {
        Tally tally = new Tally();
        projections.values().forEach(tally::add);
        members.forEach(member -> member.decision().ifPresent(made -> tally.decisions.merge(made, 1, Integer::sum)));
        int handedIn = (int) members.stream()
                .filter(member -> member.source() == Source.HAND_IN)
                .count();
        return new Counts(
                members.size(),
                handedIn,
                projections.size(),
                tally.verdicts,
                tally.bands,
                tally.provisional,
                tally.decisions,
                tally.sortedMarks(),
                tally.steps,
                tally.peaks);
    }

    private void add(Projection projection) {
        verdicts.merge(projection.verdict(), 1, Integer::sum);
        bands.merge(projection.band(), 1, Integer::sum);
        provisional += projection.provisional() ? 1 : 0;
        mark(Mark.UNMET, projection.unmet());
        mark(Mark.FIRED, projection.fired());
        mark(Mark.ASKED, projection.asked());
        projection
                .steps()
                .forEach(step -> steps.computeIfAbsent(step.step(), id -> new EnumMap<>(Band.class))
                        .merge(step.band(), 1, Integer::sum));
        projection.peak().ifPresent(peak -> peaks.merge(peak.step(), 1, Integer::sum));
    }

    private void mark(Mark kind, Collection<String> ids) {
        ids.forEach(id -> marks.computeIfAbsent(kind, any -> new HashMap<>()).merge(id, 1, Integer::sum));
    }

    /** That with most members first. */
    private Map<Mark, Map<String, Integer>> sortedMarks() {
        Map<Mark, Map<String, Integer>> sorted = new EnumMap<>(Mark.class);
        marks.forEach((kind, counts) -> sorted.put(
                kind,
                counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new))));
        return sorted;
    }
}
