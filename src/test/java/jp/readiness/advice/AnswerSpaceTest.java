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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.PlainCondition;
import jp.readiness.rulebook.PlainRuleBook;
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
        Adviser adviser = edition(random).adviser();
        for (int sheet = 0; sheet < 5; sheet++) {
            Answers partial = sheet(adviser.edition().questions(), random);
            List<Answers> completions = completions(adviser.edition().questions(), partial);
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

    private static EditionBuilder edition(Random random) {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("a")
                .yesNo("b")
                .whole("c", 0, 3)
                .whole("d", 0, 2)
                .choice("e", "X", "Y", "Z")
                .step("one", "0.05")
                .step("two", "0")
                .required("c1")
                .recommended("c2")
                .signal("s1", "one", "0.4")
                .signal("s2", "two", "0.3")
                .signal("s3", "any", "0.5")
                .signal("s4", "any", "0.2")
                .strength("t1", "0.5", "s1", "s3")
                .strength("t2", "0.3", "s2", "s3", "s4")
                .placement("p1");
        List<String> all = List.of("c1", "c2", "s1", "s2", "s3", "s4", "t1", "t2", "p1");
        for (int rule = 0; rule < 12; rule++) {
            String finding = rule < all.size() ? all.get(rule) : all.get(random.nextInt(all.size()));
            edition.rule("rule" + rule, condition(random, 2), finding);
        }
        return edition;
    }

    private static PlainCondition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(random);
        }
        PlainCondition[] parts = IntStream.range(0, 2)
                .mapToObj(part -> condition(random, depth - 1))
                .toArray(PlainCondition[]::new);
        return random.nextBoolean() ? PlainCondition.all(parts) : PlainCondition.any(parts);
    }

    private static PlainCondition leaf(Random random) {
        List<String> orders = List.of("<", "<=", ">", ">=", "==", "!=");
        String order = orders.get(random.nextInt(orders.size()));
        return switch (random.nextInt(6)) {
            case 0 -> PlainCondition.is("a", "==", random.nextBoolean());
            case 1 -> PlainCondition.is("b", "!=", random.nextBoolean());
            case 2 -> PlainCondition.is("c", order, random.nextInt(4));
            case 3 -> PlainCondition.is("d", order, "$c");
            case 4 -> PlainCondition.is("d", order, random.nextInt(3));
            default -> PlainCondition.is("e", "in", List.of(random.nextBoolean() ? "X" : "Y", "Z"));
        };
    }

    private static Answers sheet(List<Question> questions, Random random) {
        Answers answers = Answers.NONE;
        for (Question question : questions) {
            List<Answer> all = PlainRuleBook.all(question);
            if (random.nextInt(5) < 3) {
                answers = answers.with(question.id(), all.get(random.nextInt(all.size())));
            }
        }
        return answers;
    }

    private static List<Answers> completions(List<Question> questions, Answers partial) {
        List<Answers> completions = List.of(partial);
        for (Question question : questions) {
            if (partial.isOpen(question.id())) {
                completions = completions.stream()
                        .flatMap(so -> PlainRuleBook.all(question).stream().map(a -> so.with(question.id(), a)))
                        .toList();
            }
        }
        return completions;
    }
}
