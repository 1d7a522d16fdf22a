package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random small editions, each sheet held against all of its completions, one by one. */
class AnswerSpaceTest {

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    static LongStream manySeeds() {
        return LongStream.range(1_000, 1_400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_said_of_a_partial_sheet_is_what_its_completions_say(long seed) {
        holdAgainstCompletions(seed);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void what_is_said_of_a_partial_sheet_is_what_its_completions_say_of_many_editions(long seed) {
        holdAgainstCompletions(seed);
    }

    private static void holdAgainstCompletions(long seed) {
        Random random = new Random(seed);
        Adviser adviser = RandomEditions.edition(random).adviser();
        for (int sheet = 0; sheet < 5; sheet++) {
            Answers partial = RandomEditions.sheet(adviser.edition().questions(), random);
            List<Answers> completions =
                    RandomEditions.completions(adviser.edition().questions(), partial);
            Map<Answers, Assessment> complete = new HashMap<>();
            completions.forEach(c -> complete.put(c, adviser.assess(c, DAY)));
            Assessment assessment = adviser.assess(partial, DAY);
            assertThat(assessment.searchedFully()).isTrue();
            assessment.findings().forEach(finding -> check(finding, partial, complete));
            checkRisk(assessment, complete.values());
            assertThat(AssessmentJson.read(AssessmentJson.write(assessment))).isEqualTo(assessment);
        }
    }

    private static void check(FindingResult finding, Answers partial, Map<Answers, Assessment> complete) {
        Set<State> states = complete.values().stream()
                .map(assessment ->
                        assessment.finding(finding.id()).orElseThrow().state())
                .collect(Collectors.toSet());
        if (finding.kind() == Kind.CRITERION) {
            State expected = states.size() > 1 ? State.OPEN : states.iterator().next();
            assertThat(finding.state()).isEqualTo(expected);
        } else if (finding.state() == State.FIRED) {
            assertThat(states).containsExactly(State.FIRED);
        } else {
            assertThat(finding.state()).isEqualTo(states.contains(State.FIRED) ? State.OPEN : State.NOT_FIRED);
        }
        if (finding.state() == State.OPEN) {
            assertThat(finding.decidedBy()).isEqualTo(deciding(finding.id(), partial, complete));
        }
    }

    /** By the definition: open questions where two completions that differ in it alone differ in the finding. */
    private static Set<String> deciding(String finding, Answers partial, Map<Answers, Assessment> complete) {
        Set<String> deciding = new TreeSet<>();
        complete.forEach((answers, assessment) -> answers.byQuestion().keySet().stream()
                .filter(partial::isOpen)
                .filter(question -> complete.entrySet().stream()
                        .filter(other -> other.getKey().without(question).equals(answers.without(question)))
                        .anyMatch(other -> other.getValue()
                                        .finding(finding)
                                        .orElseThrow()
                                        .state()
                                != assessment.finding(finding).orElseThrow().state()))
                .forEach(deciding::add));
        return deciding;
    }

    private static void checkRisk(Assessment assessment, Iterable<Assessment> complete) {
        List<Estimate> overall = new ArrayList<>();
        complete.forEach(c -> overall.add(c.risk().overall()));
        checkEstimate(assessment.risk().overall(), overall);
        for (int step = 0; step < assessment.risk().steps().size(); step++) {
            List<Estimate> estimates = new ArrayList<>();
            for (Assessment c : complete) {
                estimates.add(c.risk().steps().get(step).estimate());
            }
            checkEstimate(assessment.risk().steps().get(step).estimate(), estimates);
        }
    }

    private static void checkEstimate(Estimate estimate, List<Estimate> complete) {
        double lowest =
                complete.stream().mapToDouble(Estimate::probability).min().orElseThrow();
        double highest =
                complete.stream().mapToDouble(Estimate::probability).max().orElseThrow();
        assertThat(estimate.lowest()).isCloseTo(lowest, within(1e-12));
        assertThat(estimate.highest()).isCloseTo(highest, within(1e-12));
        assertThat(estimate.provisional()).isEqualTo(complete.stream().anyMatch(c -> c.band() != estimate.band()));
    }
}
