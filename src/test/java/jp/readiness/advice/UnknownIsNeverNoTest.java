package jp.readiness.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.advice.Assessment.State;
import jp.readiness.check.CheckedFolder;
import jp.readiness.check.Checker;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of a partly answered sheet holds whatever the open answers turn out to be, over seeded sheets of every
 * shipped edition. The completions are drawn here, by hand, from all answers that the questions allow: the classes that
 * the reasoning explores play no part.
 */
class UnknownIsNeverNoTest {

    private static final LocalDate DAY = LocalDate.of(2022, 6, 1);

    private static CheckedFolder checked;

    @BeforeAll
    static void compile(@TempDir Path cache) {
        checked = new Checker(new RuleCompiler(cache)).check(Path.of("rules"));
    }

    static Stream<Long> seeds() {
        return LongStream.range(1, 40).boxed();
    }

    static Stream<Long> manySeeds() {
        return LongStream.range(1_000, 1_600).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_decided_stays_so_under_every_completion(long seed) {
        checked.advisers().forEach(adviser -> staysSo(adviser, new Random(seed), 15));
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void what_is_decided_stays_so_under_every_completion_of_thousands_of_sheets(long seed) {
        checked.advisers().forEach(adviser -> staysSo(adviser, new Random(seed), 40));
    }

    private static void staysSo(Adviser adviser, Random random, int completions) {
        Edition edition = adviser.edition();
        Answers partial = partial(edition, random);
        Assessment known = adviser.assess(partial, DAY);
        for (int i = 0; i < completions; i++) {
            Answers full = completed(edition, partial, random);
            Assessment then = adviser.assess(full, DAY);

            assertThat(decidedCriteria(then)).as("%s%n%s", partial, full).containsAll(decidedCriteria(known));
            assertThat(then.verdict()).isNotEqualTo(Verdict.NEEDS_ANSWERS);
            assertThat(then.open()).isEmpty();
            within(known.risk().overall(), then.risk().overall());
            for (int step = 0; step < edition.steps().size(); step++) {
                within(
                        known.risk().steps().get(step).estimate(),
                        then.risk().steps().get(step).estimate());
            }
        }
    }

    private static void within(Assessment.Estimate known, Assessment.Estimate then) {
        assertThat(then.probability()).isBetween(known.lowest() - 1e-9, known.highest() + 1e-9);
        assertThat(then.provisional()).isFalse();
        if (!known.provisional()) {
            assertThat(then.band()).isEqualTo(known.band());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_finding_is_open_only_if_two_completions_differ_and_its_questions_are_those_that_make_the_difference(
            long seed) {
        for (Adviser adviser : checked.advisers()) {
            Random random = new Random(seed);
            Answers partial = partial(adviser.edition(), random);
            for (FindingResult finding : adviser.assess(partial, DAY).findings()) {
                if (finding.state() == State.OPEN) {
                    assertThat(deciding(adviser, partial, finding)).isEqualTo(new TreeSet<>(finding.decidedBy()));
                }
            }
        }
    }

    /** Brute force over all answers to the questions named, and to each other open one that could matter. */
    private static Set<String> deciding(Adviser adviser, Answers partial, FindingResult finding) {
        Set<String> found = new TreeSet<>();
        for (String question : finding.decidedBy()) {
            for (Answers rest : all(adviser.edition(), without(finding.decidedBy(), question), partial)) {
                Set<State> outcomes = new HashSet<>();
                for (Answer answer : AllAnswers.of(
                        adviser.edition(), adviser.edition().question(question).orElseThrow())) {
                    outcomes.add(state(adviser, rest.with(question, answer), finding.id()));
                }
                if (outcomes.size() > 1) {
                    found.add(question);
                }
            }
        }
        return found;
    }

    private static Set<String> without(Set<String> questions, String one) {
        Set<String> others = new TreeSet<>(questions);
        others.remove(one);
        return others;
    }

    private static List<Answers> all(Edition edition, Set<String> questions, Answers base) {
        List<Answers> sheets = List.of(base);
        for (String question : questions) {
            List<Answers> longer = new ArrayList<>();
            for (Answer answer :
                    AllAnswers.of(edition, edition.question(question).orElseThrow())) {
                sheets.forEach(sheet -> longer.add(sheet.with(question, answer)));
            }
            sheets = longer;
        }
        return sheets;
    }

    private static State state(Adviser adviser, Answers answers, String finding) {
        return adviser.assess(answers, DAY).finding(finding).orElseThrow().state();
    }

    private static List<String> decidedCriteria(Assessment assessment) {
        return assessment.findings().stream()
                .filter(finding -> finding.kind() == Kind.CRITERION && finding.state() != State.OPEN)
                .map(finding -> finding.id() + " " + finding.state())
                .toList();
    }

    private static Answers partial(Edition edition, Random random) {
        double share = random.nextDouble();
        Answers answers = Answers.NONE;
        for (Question question : edition.questions()) {
            if (random.nextDouble() < share) {
                answers = answers.with(question.id(), any(edition, question, random));
            }
        }
        return answers;
    }

    private static Answers completed(Edition edition, Answers partial, Random random) {
        Answers answers = partial;
        for (Question question : edition.questions()) {
            if (partial.isOpen(question.id())) {
                answers = answers.with(question.id(), any(edition, question, random));
            }
        }
        return answers;
    }

    private static Answer any(Edition edition, Question question, Random random) {
        List<Answer> all = AllAnswers.of(edition, question);
        return all.get(random.nextInt(all.size()));
    }
}
