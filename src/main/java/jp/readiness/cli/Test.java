package jp.readiness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.readiness.check.CheckedFolder;
import jp.readiness.check.CoverageReport;
import jp.readiness.check.ScenarioResult;
import jp.readiness.check.ScenarioRunner;
import jp.readiness.programme.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the scenarios of all editions; says what came out otherwise, and last how many passed and failed. */
@Command(name = "test")
final class Test implements Callable<Integer> {

    @Mixin
    private final Workplace workplace = new Workplace();

    @Option(names = "--coverage", descriptionKey = "coverage")
    private boolean coverage;

    private final Console console;

    Test(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CheckedFolder checked = workplace.checker().check(workplace.rulesFolder());
        List<ScenarioResult> results = new ArrayList<>();
        checked.advisers().forEach(adviser -> results.addAll(ScenarioRunner.run(adviser)));
        checked.matchers().forEach(matcher -> results.addAll(ScenarioRunner.run(matcher)));
        List<ScenarioResult> failed =
                results.stream().filter(result -> !result.passed()).toList();
        failed.forEach(this::report);
        checked.problems().stream()
                .filter(problem -> problem.isError())
                .forEach(problem -> console.complain(problem.line(console.locale())));
        if (coverage) {
            checked.advisers().stream()
                    .flatMap(adviser -> CoverageReport.lines(adviser, console.locale()).stream())
                    .forEach(console::say);
            checked.matchers().stream()
                    .flatMap(matcher -> CoverageReport.lines(matcher, console.locale()).stream())
                    .forEach(console::say);
        }
        console.say("%d passed, %d failed".formatted(results.size() - failed.size(), failed.size()));
        return results.isEmpty() || !failed.isEmpty() || checked.hasErrors() ? 1 : 0;
    }

    private void report(ScenarioResult result) {
        console.say(result.scenario().place() + ": " + result.scenario().name());
        for (Text mismatch : result.mismatches()) {
            console.say("  " + mismatch.in(console.locale()));
        }
    }
}
