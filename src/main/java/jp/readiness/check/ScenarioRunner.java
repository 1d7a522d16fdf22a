package jp.readiness.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Assessment.StepRisk;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Pair;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Scenario;
import jp.readiness.programme.Scenario.Expectation;
import jp.readiness.programme.Text;

/** Holds an edition against its own scenarios, as of its first day in force. */
public final class ScenarioRunner {

    private static final Map<State, String> SPELLED = Map.of(
            State.MET, "met",
            State.UNMET, "unmet",
            State.OPEN, "open",
            State.FIRED, "fired",
            State.NOT_FIRED, "notFired");

    private ScenarioRunner() {}

    /** A state as scenarios name it. */
    static String spelled(State state) {
        return SPELLED.getOrDefault(state, "-");
    }

    /** One result a scenario, in the order of the file. */
    public static List<ScenarioResult> run(Adviser adviser) {
        return adviser.edition().scenarios().stream()
                .takeWhile(scenario -> !Thread.currentThread().isInterrupted()) // nobody waits for the rest any more
                .map(scenario -> run(adviser, scenario))
                .toList();
    }

    /** The same for a match. */
    public static List<ScenarioResult> run(Matcher matcher) {
        return matcher.match().edition().scenarios().stream()
                .map(scenario ->
                        new ScenarioResult(scenario, mismatches(scenario.expect(), matcher.pair(scenario.answers()))))
                .toList();
    }

    /** The scenarios that came out otherwise, as problems at their places. */
    static List<Problem> failures(Adviser adviser) {
        return failures(run(adviser));
    }

    static List<Problem> failures(Matcher matcher) {
        return failures(run(matcher));
    }

    private static List<Problem> failures(List<ScenarioResult> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .map(ScenarioRunner::failure)
                .toList();
    }

    static Problem failure(ScenarioResult result) {
        Text first = result.mismatches().get(0);
        String name = result.scenario().name();
        return Problem.error(
                result.scenario().place(),
                "SCENARIO_FAILED",
                new Text(
                        "例「%s」と結果が違います。%s".formatted(name, first.ja()),
                        "Scenario \"%s\" fails: %s".formatted(name, first.en())),
                new Text("条件か例の、間違っている方を直してください。", "Correct the rules or the scenario, whichever is wrong."));
    }

    private static ScenarioResult run(Adviser adviser, Scenario scenario) {
        Assessment assessment =
                adviser.assess(scenario.answers(), adviser.edition().from());
        return new ScenarioResult(scenario, mismatches(scenario.expect(), assessment));
    }

    private static List<Text> mismatches(Expectation expect, Assessment actual) {
        Mismatches found = new Mismatches();
        expect.verdict()
                .ifPresent(verdict -> found.compare(
                        new Text("判定", "verdict"), verdict, actual.verdict().name()));
        expect.risk()
                .ifPresent(risk -> found.compare(
                        new Text("全体の見込み", "overall risk"),
                        risk,
                        actual.risk().overall().band().name()));
        expect.steps().forEach((step, band) -> found.compare(named("段階", "step", step), band, band(actual, step)));
        findings(expect, actual::finding, found);
        expect.amounts()
                .forEach((id, amount) -> found.compare(
                        named("金額", "amount", id), amount.stripTrailingZeros().toPlainString(), amount(actual, id)));
        return found.texts;
    }

    private static List<Text> mismatches(Expectation expect, Pair actual) {
        Mismatches found = new Mismatches();
        expect.verdict()
                .ifPresent(fit -> found.compare(
                        new Text("組み合わせ", "fit"), fit, actual.fit().name()));
        expect.points()
                .ifPresent(points ->
                        found.compare(new Text("点数", "points"), points.toString(), String.valueOf(actual.points())));
        findings(
                expect,
                id -> actual.reasons().stream()
                        .map(Pair.Reason::finding)
                        .filter(finding -> finding.id().equals(id))
                        .findFirst(),
                found);
        return found.texts;
    }

    private static void findings(
            Expectation expect, Function<String, Optional<FindingResult>> actual, Mismatches found) {
        expect.states()
                .forEach((id, state) -> found.compare(
                        named("", "finding", id),
                        state,
                        actual.apply(id).map(result -> spelled(result.state())).orElse("-")));
        expect.decides()
                .forEach((id, questions) -> found.compare(
                        named("決め手の質問", "questions that decide", id),
                        new TreeSet<>(questions).toString(),
                        new TreeSet<>(actual.apply(id)
                                        .map(FindingResult::decidedBy)
                                        .orElse(Set.of()))
                                .toString()));
    }

    private static Text named(String ja, String en, String id) {
        return new Text(ja + "「" + id + "」", en + " \"" + id + "\"");
    }

    private static String band(Assessment actual, String step) {
        return actual.risk().steps().stream()
                .filter(risk -> risk.step().equals(step))
                .map(StepRisk::estimate)
                .map(estimate -> estimate.band().name())
                .findFirst()
                .orElse("-");
    }

    private static String amount(Assessment actual, String grant) {
        return actual.grants().stream()
                .filter(given -> given.id().equals(grant))
                .flatMap(given -> given.amount().stream())
                .map(BigDecimal::toPlainString)
                .findFirst()
                .orElse("-");
    }

    private static final class Mismatches {
        private final List<Text> texts = new ArrayList<>();

        private void compare(Text what, String expected, String actual) {
            if (!expected.equals(actual)) {
                texts.add(new Text(
                        "%sは %s のはずが %s でした。".formatted(what.ja(), expected, actual),
                        "%s should be %s and is %s.".formatted(what.en(), expected, actual)));
            }
        }
    }
}
