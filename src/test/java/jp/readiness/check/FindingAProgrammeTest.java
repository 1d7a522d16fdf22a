package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Overview;
import jp.readiness.advice.Overview.State;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Example;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The example applicants of this repository's programmes find out where they stand, one question after the other. */
class FindingAProgrammeTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final int QUESTIONS = 10;

    private static List<Adviser> newest = List.of();

    @BeforeAll
    static void check(@TempDir Path cache) {
        List<Adviser> all =
                new Checker(new RuleCompiler(cache)).check(Path.of("rules")).advisers();
        newest = all.stream()
                .filter(adviser -> all.stream()
                        .filter(other -> other.edition()
                                .programme()
                                .equals(adviser.edition().programme()))
                        .map(Adviser::edition)
                        .max(Comparator.comparing(Edition::from))
                        .orElseThrow()
                        .equals(adviser.edition()))
                .toList();
    }

    @Test
    void there_are_at_least_eight_of_them() {
        assertThat(newest.stream()
                        .mapToLong(adviser -> adviser.edition().examples().size())
                        .sum())
                .isGreaterThanOrEqualTo(8);
    }

    @TestFactory
    Stream<DynamicTest> within_ten_questions_each_is_ready_for_a_programme_or_knows_what_is_missing() {
        return newest.stream()
                .flatMap(adviser -> adviser.edition().examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                adviser.edition().name() + " " + example.id(),
                                () -> assertThat(questionsUntilDecided(example)).isLessThanOrEqualTo(QUESTIONS))));
    }

    /** Answers what is asked as the example does; what the example leaves open is "not known yet". */
    private static int questionsUntilDecided(Example example) {
        Answers given = Answers.NONE;
        Set<String> unknown = new HashSet<>();
        for (int asked = 0; ; asked++) {
            Answers so = given;
            Overview overview = Overview.of(newest, edition -> so, unknown, DAY);
            if (overview.standings().stream().anyMatch(FindingAProgrammeTest::isForThemAndDecided)
                    || overview.next().isEmpty()) {
                return asked;
            }
            String question = overview.next().get(0).question().id();
            example.answers().get(question).ifPresentOrElse(answer -> {}, () -> unknown.add(question));
            given = example.answers()
                    .get(question)
                    .map(answer -> so.with(question, answer))
                    .orElse(so);
        }
    }

    private static boolean isForThemAndDecided(Overview.Standing standing) {
        return standing.state() == State.READY || standing.state() == State.NOT_YET;
    }
}
