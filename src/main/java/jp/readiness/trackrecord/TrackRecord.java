package jp.readiness.trackrecord;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Edition;
import jp.readiness.trackrecord.Conclusion.Shortage;

/**
 * The front door of the package: how well the predictions of an edition held.
 *
 * <p>It speaks of those with an outcome only, and concludes nothing from fewer than {@link Thresholds} say. Which cases
 * are real is for the caller to know: invented ones must not be mixed in.
 */
public record TrackRecord(Sample sample, Conclusion<Evidence> evidence) {

    private static final String NOWHERE = "";

    /**
     * @param edition whose signals, strengths and steps are looked at; others that held are left aside
     * @param declined how many applicants were declined
     * @param pending how many more have no outcome yet
     */
    public static TrackRecord of(Edition edition, List<Case> cases, int declined, int pending) {
        return of(Shape.of(edition), cases, declined, pending);
    }

    static TrackRecord of(Shape shape, List<Case> cases, int declined, int pending) {
        Sample sample = Sample.of(cases, declined, pending);
        return new TrackRecord(
                sample,
                Conclusion.of(Shortage.OUTCOMES, sample.outcomes(), Thresholds.OUTCOMES, () -> evidence(shape, cases)));
    }

    private static Evidence evidence(Shape shape, List<Case> ended) {
        Tally all = tally(ended);
        List<Case> high = having(ended, each -> each.prediction().band() == Band.HIGH);
        Tally called = tally(high);
        return new Evidence(
                Rate.of(all.left(), all.cases()),
                Arrays.stream(Band.values()).map(band -> band(band, ended)).toList(),
                steps(shape, ended),
                Arrays.stream(Verdict.values())
                        .map(verdict -> verdict(verdict, ended))
                        .filter(group -> group.observed().cases() > 0)
                        .toList(),
                called.rate(),
                Conclusion.of(Shortage.LEFT, all.left(), Thresholds.GROUP, () -> Rate.of(called.left(), all.left())),
                Brier.of(ended),
                findings(shape, ended, all.left()));
    }

    private static GroupRecord band(Band band, List<Case> ended) {
        return group(
                band.name(),
                having(ended, each -> each.prediction().band() == band),
                each -> each.prediction().overall());
    }

    private static GroupRecord verdict(Verdict verdict, List<Case> ended) {
        return group(
                verdict.name(),
                having(ended, each -> each.prediction().verdict() == verdict),
                each -> each.prediction().overall());
    }

    private static GroupRecord group(String name, List<Case> members, ToDoubleFunction<Case> predicted) {
        return new GroupRecord(
                name, members.stream().mapToDouble(predicted).average().orElse(0), tally(members));
    }

    /** For each step, of those who entered it, who left in it. */
    private static List<GroupRecord> steps(Shape shape, List<Case> ended) {
        List<String> order = shape.stages().stream().map(Shape.Stage::id).toList();
        List<GroupRecord> steps = new ArrayList<>();
        for (String step : order) {
            List<Case> entered = having(ended, each -> hasEntered(each, step, order));
            int left = having(entered, each -> leftIn(each).equals(step)).size();
            double predicted = entered.stream()
                    .mapToDouble(each -> each.prediction().steps().getOrDefault(step, 0.0))
                    .average()
                    .orElse(0);
            steps.add(new GroupRecord(step, predicted, new Tally(left, entered.size())));
        }
        return steps;
    }

    private static boolean hasEntered(Case each, String step, List<String> order) {
        boolean isFinished = !each.outcome().isLeft();
        return isFinished || order.indexOf(leftIn(each)) >= order.indexOf(step);
    }

    /** The step in which the applicant left; no step's id where that is not known or nobody left. */
    private static String leftIn(Case each) {
        return each.outcome() instanceof Outcome.Left left ? left.step().orElse(NOWHERE) : NOWHERE;
    }

    private static List<FindingRecord> findings(Shape shape, List<Case> ended, int left) {
        Map<String, Weight> weights = new NoisyOr(shape, ended).weights();
        return Stream.concat(
                        shape.signals().stream().map(signal -> finding(signal.id(), false, ended, left, weights)),
                        shape.strengths().stream().map(strength -> finding(strength.id(), true, ended, left, weights)))
                .toList();
    }

    private static FindingRecord finding(
            String id, boolean isStrength, List<Case> ended, int left, Map<String, Weight> weights) {
        Tally with = tally(having(ended, each -> each.prediction().fired().contains(id)));
        Tally without = new Tally(left - with.left(), ended.size() - with.cases());
        Conclusion<Lift> lift = compared(
                with,
                without,
                left,
                Thresholds.GROUP,
                () -> Lift.of(Rate.of(with.left(), with.cases()), Rate.of(without.left(), without.cases())));
        Conclusion<Weight> weight =
                compared(with, without, left, Thresholds.WEIGHT, () -> Objects.requireNonNull(weights.get(id)));
        return new FindingRecord(id, isStrength, with, without, lift, weight);
    }

    private static <T> Conclusion<T> compared(Tally with, Tally without, int left, int needed, Supplier<T> value) {
        return Conclusion.also(
                Shortage.LEFT,
                left,
                Thresholds.GROUP,
                () -> Conclusion.also(
                        Shortage.WITH,
                        with.cases(),
                        needed,
                        () -> Conclusion.of(Shortage.WITHOUT, without.cases(), needed, value)));
    }

    private static List<Case> having(List<Case> cases, Predicate<Case> wanted) {
        return cases.stream().filter(wanted).toList();
    }

    private static Tally tally(List<Case> cases) {
        int left = (int) cases.stream().filter(each -> each.outcome().isLeft()).count();
        return new Tally(left, cases.size());
    }
}
