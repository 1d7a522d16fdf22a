package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jp.readiness.programme.Question;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The programmes of this repository: nothing to complain of, and every scenario comes out as it says. */
class CarriedProgrammesTest {

    private static CheckedFolder checked;

    @BeforeAll
    static void check(@TempDir Path cache) {
        checked = new Checker(new RuleCompiler(cache)).check(Path.of("rules"));
    }

    @Test
    void have_no_problem() {
        assertThat(checked.problems())
                .extracting(problem -> problem.line(Locale.ENGLISH))
                .isEmpty();
    }

    @Test
    void have_scenarios_each() {
        assertThat(checked.advisers()).isNotEmpty();
        assertThat(checked.advisers())
                .allSatisfy(adviser -> assertThat(adviser.edition().scenarios()).isNotEmpty());
    }

    @Test
    void mean_the_same_question_by_the_same_id() {
        Map<String, Question> first = new HashMap<>();
        checked.advisers().stream()
                .flatMap(adviser -> adviser.edition().questions().stream())
                .forEach(question -> assertThat(question)
                        .usingRecursiveComparison()
                        .comparingOnlyFields("type", "options.id", "min", "max")
                        .isEqualTo(first.computeIfAbsent(question.id(), id -> question)));
    }

    @TestFactory
    Stream<DynamicContainer> keep_their_scenarios() {
        Stream<DynamicContainer> programmes = checked.advisers().stream()
                .map(adviser -> DynamicContainer.dynamicContainer(
                        adviser.edition().name(), scenarios(ScenarioRunner.run(adviser))));
        Stream<DynamicContainer> matches = checked.matchers().stream()
                .map(matcher -> DynamicContainer.dynamicContainer(
                        matcher.match().edition().name(), scenarios(ScenarioRunner.run(matcher))));
        return Stream.concat(programmes, matches);
    }

    private static Stream<DynamicTest> scenarios(List<ScenarioResult> results) {
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.scenario().name(),
                        () -> assertThat(result.mismatches()).isEmpty()));
    }
}
