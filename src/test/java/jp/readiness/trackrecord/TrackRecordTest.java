package jp.readiness.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.trackrecord.Conclusion.Shortage;
import jp.readiness.trackrecord.Conclusion.TooFew;
import org.junit.jupiter.api.Test;

/** What is concluded from outcomes, and from how many. */
class TrackRecordTest {

    private static final Shape SHAPE = new Shape(
            List.of(new Shape.Stage("one", 0.02), new Shape.Stage("two", 0.02)),
            List.of(
                    new Shape.Signal("early", Optional.of(0), 0.5),
                    new Shape.Signal("late", Optional.of(1), 0.4),
                    new Shape.Signal("ever", Optional.empty(), 0.3)),
            List.of(new Shape.Strength("will", Set.of("early", "ever"), 0.5)));

    @Test
    void nothing_is_concluded_from_five_outcomes() {
        List<Case> five = Collections.nCopies(5, finished(Band.HIGH, 0.9));
        TrackRecord record = TrackRecord.of(SHAPE, five, 0, 0);
        assertThat(record.evidence()).isEqualTo(new TooFew<>(Shortage.OUTCOMES, 5, 20));
        assertThat(record.sample()).isEqualTo(new Sample(0, 0, 5, 0));
    }

    @Test
    void nineteen_outcomes_are_too_few_and_twenty_are_enough() {
        assertThat(TrackRecord.of(SHAPE, Collections.nCopies(19, finished(Band.LOW, 0.1)), 0, 0)
                        .evidence()
                        .known())
                .isEmpty();
        assertThat(TrackRecord.of(SHAPE, Collections.nCopies(20, finished(Band.LOW, 0.1)), 0, 0)
                        .evidence()
                        .known())
                .isPresent();
    }

    @Test
    void declined_applicants_have_no_outcome_and_are_counted_apart() {
        List<Case> cases = List.of(finished(Band.LOW, 0.1), left(Band.HIGH, 0.9, "one", Set.of()));
        Sample sample = TrackRecord.of(SHAPE, cases, 1, 2).sample();
        assertThat(sample).isEqualTo(new Sample(1, 2, 1, 1));
        assertThat(sample.applicants()).isEqualTo(5);
        assertThat(sample.outcomes()).isEqualTo(2);
    }

    @Test
    void bands_precision_recall_and_brier_score_are_those_of_a_hand_count() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(Collections.nCopies(8, left(Band.HIGH, 0.8, "one", Set.of("early"))));
        cases.addAll(Collections.nCopies(2, finished(Band.HIGH, 0.8)));
        cases.addAll(Collections.nCopies(2, left(Band.LOW, 0.1, "two", Set.of())));
        cases.addAll(Collections.nCopies(18, finished(Band.LOW, 0.1)));
        Evidence evidence = evidence(cases);
        assertThat(evidence.dropout()).isEqualTo(Rate.of(10, 30));
        assertThat(evidence.bands())
                .extracting(GroupRecord::group, GroupRecord::observed)
                .containsExactly(
                        tuple("LOW", new Tally(2, 20)),
                        tuple("MEDIUM", new Tally(0, 0)),
                        tuple("HIGH", new Tally(8, 10)));
        assertThat(evidence.bands().get(1).observed().rate()).isEqualTo(new TooFew<>(Shortage.GROUP, 0, 5));
        assertThat(evidence.precision().known()).contains(Rate.of(8, 10));
        assertThat(evidence.recall().known()).contains(Rate.of(8, 10));
        // (8 · 0.2² + 2 · 0.8² + 2 · 0.9² + 18 · 0.1²) / 30, and a third of two thirds
        assertThat(evidence.brier().score()).isCloseTo(3.4 / 30, within(1e-9));
        assertThat(evidence.brier().baseRate()).isCloseTo(2.0 / 9, within(1e-9));
        assertThat(evidence.steps())
                .extracting(GroupRecord::group, GroupRecord::observed)
                .containsExactly(tuple("one", new Tally(8, 30)), tuple("two", new Tally(2, 22)));
    }

    @Test
    void a_finding_is_compared_only_with_enough_on_both_sides() {
        List<Case> cases = new ArrayList<>();
        cases.addAll(Collections.nCopies(6, left(Band.HIGH, 0.8, "one", Set.of("early"))));
        cases.addAll(Collections.nCopies(4, left(Band.HIGH, 0.8, "one", Set.of("late"))));
        cases.addAll(Collections.nCopies(20, finished(Band.LOW, 0.1)));
        Evidence evidence = evidence(cases);
        FindingRecord early = finding(evidence, "early");
        assertThat(early.with()).isEqualTo(new Tally(6, 6));
        assertThat(early.without()).isEqualTo(new Tally(4, 24));
        assertThat(early.lift().known()).map(Lift::ratio).contains(6.0);
        assertThat(early.weight()).isEqualTo(new TooFew<>(Shortage.WITH, 6, 10));
        assertThat(finding(evidence, "late").lift()).isEqualTo(new TooFew<>(Shortage.WITH, 4, 5));
    }

    @Test
    void where_hardly_anybody_left_nothing_is_said_of_who_leaves() {
        List<Case> cases = new ArrayList<>(Collections.nCopies(30, finished(Band.LOW, 0.1)));
        cases.addAll(Collections.nCopies(4, left(Band.HIGH, 0.8, "one", Set.of("early"))));
        Evidence evidence = evidence(cases);
        assertThat(evidence.recall()).isEqualTo(new TooFew<>(Shortage.LEFT, 4, 5));
        assertThat(finding(evidence, "early").lift()).isEqualTo(new TooFew<>(Shortage.LEFT, 4, 5));
    }

    @Test
    void who_left_at_an_unknown_step_counts_overall_and_in_no_step() {
        List<Case> cases = new ArrayList<>(Collections.nCopies(30, finished(Band.LOW, 0.1)));
        cases.add(new Case(prediction(Band.LOW, 0.1, Set.of()), new Outcome.Left(Optional.empty())));
        Evidence evidence = evidence(cases);
        assertThat(evidence.dropout().events()).isEqualTo(1);
        assertThat(evidence.steps())
                .allSatisfy(step -> assertThat(step.observed()).isEqualTo(new Tally(0, 30)));
    }

    /** Where the shipped weights are the truth, a band's mean prediction lies within the interval of what is observed. */
    @Test
    void predictions_by_the_true_weights_lie_within_the_intervals_of_their_bands() {
        int within = 0;
        int all = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<Case> cases = new SyntheticCohort(SHAPE, SyntheticCohort.weights(SHAPE), new Random(seed)).cases(80);
            for (GroupRecord band : evidence(cases).bands()) {
                Optional<Rate> rate = band.observed().rate().known();
                all += rate.isPresent() ? 1 : 0;
                within += rate.filter(r -> r.interval().contains(band.predicted()))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        assertThat((double) within / all).isBetween(0.92, 0.99);
    }

    /** How often intervals of lifts hold the true ratio; the truth is that of a cohort too large to err. */
    @Test
    void true_lifts_lie_within_their_intervals() {
        Map<String, Double> truth = SyntheticCohort.weights(SHAPE);
        Evidence large = evidence(new SyntheticCohort(SHAPE, truth, new Random(1)).cases(100_000));
        int within = 0;
        int all = 0;
        for (int seed = 0; seed < 150; seed++) {
            Evidence small = evidence(new SyntheticCohort(SHAPE, truth, new Random(1000 + seed)).cases(90));
            for (FindingRecord finding : small.findings()) {
                double ratio = finding(large, finding.id())
                        .lift()
                        .known()
                        .orElseThrow()
                        .ratio();
                Optional<Lift> lift = finding.lift().known();
                all += lift.isPresent() ? 1 : 0;
                within += lift.filter(l -> l.interval().contains(ratio)).isPresent() ? 1 : 0;
            }
        }
        assertThat((double) within / all).isBetween(0.92, 0.98);
    }

    private static Evidence evidence(List<Case> cases) {
        return TrackRecord.of(SHAPE, cases, 0, 0).evidence().known().orElseThrow();
    }

    private static FindingRecord finding(Evidence evidence, String id) {
        return evidence.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Case finished(Band band, double probability) {
        return new Case(prediction(band, probability, Set.of()), new Outcome.Finished());
    }

    private static Case left(Band band, double probability, String step, Set<String> fired) {
        return new Case(prediction(band, probability, fired), new Outcome.Left(Optional.of(step)));
    }

    private static Prediction prediction(Band band, double probability, Set<String> fired) {
        return new Prediction(
                Verdict.READY, probability, band, Map.of("one", probability / 2, "two", probability / 2), fired);
    }
}
