package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Pair;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Question;
import jp.readiness.programme.Scenario;
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
    void mean_the_same_question_by_the_same_id() {
        Map<String, Question> first = new HashMap<>();
        checked.advisers().stream()
                .flatMap(adviser -> adviser.edition().questions().stream())
                .forEach(question -> assertThat(question)
                        .usingRecursiveComparison()
                        .comparingOnlyFields("type", "options.id", "min", "max")
                        .isEqualTo(first.computeIfAbsent(question.id(), id -> question)));
    }

    @Test
    void have_a_scenario_for_every_side_of_every_comparison() {
        Stream<List<String>> reports = Stream.concat(
                checked.advisers().stream().map(adviser -> CoverageReport.lines(adviser, Locale.ENGLISH)),
                checked.matchers().stream().map(matcher -> CoverageReport.lines(matcher, Locale.ENGLISH)));

        assertThat(reports.flatMap(List::stream))
                .filteredOn(line -> line.startsWith("- name"))
                .isEmpty();
    }

    @Test
    void conclude_every_finding_in_one_scenario_and_not_in_another() {
        checked.advisers()
                .forEach(adviser -> bothWays(
                        adviser.edition(),
                        scenario -> adviser
                                .assess(scenario.answers(), adviser.edition().from())
                                .findings()
                                .stream()));
        checked.matchers()
                .forEach(matcher -> bothWays(
                        matcher.match().edition(),
                        scenario -> matcher.pair(scenario.answers()).reasons().stream()
                                .map(Pair.Reason::finding)));
    }

    private static void bothWays(Edition edition, Function<Scenario, Stream<FindingResult>> outcome) {
        Map<String, Set<State>> seen = new HashMap<>();
        edition.scenarios().stream()
                .flatMap(outcome)
                .forEach(result -> seen.computeIfAbsent(result.id(), id -> EnumSet.noneOf(State.class))
                        .add(result.state()));
        assertThat(edition.findings()).allSatisfy(finding -> {
            boolean criterion = finding instanceof Finding.Criterion;
            assertThat(seen.get(finding.id()))
                    .as(edition.name() + " " + finding.id())
                    .contains(criterion ? State.UNMET : State.FIRED, criterion ? State.MET : State.NOT_FIRED);
        });
    }

    @Test
    void have_at_least_fifteen_scenarios_each() {
        assertThat(checked.advisers())
                .allSatisfy(adviser -> assertThat(adviser.edition().scenarios()).hasSizeGreaterThanOrEqualTo(15));
        assertThat(checked.matchers())
                .isNotEmpty()
                .allSatisfy(matcher ->
                        assertThat(matcher.match().edition().scenarios()).hasSizeGreaterThanOrEqualTo(15));
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
