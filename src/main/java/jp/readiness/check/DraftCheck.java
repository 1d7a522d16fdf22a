package jp.readiness.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesFolder;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.Compiled;

/** Checks an edition from texts, in the order of {@link Checker#check(java.nio.file.Path)}, scenarios last. */
final class DraftCheck {

    private DraftCheck() {}

    /**
     * @param compiler builds the rules, or only reads them
     * @param thorough whether to look for dead and doubled rules too
     */
    static CheckedDraft of(
            String programme,
            String edition,
            SortedMap<String, String> files,
            Collection<Edition> others,
            Function<Edition, Compiled> compiler,
            boolean thorough) {
        RulesFolder folder = new RulesFolderReader().readDraft(programme, edition, files, others);
        Optional<ResolvedEdition> resolved = folder.resolved().stream().findFirst();
        List<Problem> problems = new ArrayList<>(folder.problems());
        resolved.map(ResolvedEdition::edition).ifPresent(read -> DraftLimits.complain(read, problems));
        Optional<Adviser> adviser = resolved.filter(read -> problems.stream().noneMatch(DraftLimits::isOver))
                .flatMap(read -> adviser(read.edition(), compiler, problems));
        if (thorough) {
            adviser.map(RuleAnalysis::of).ifPresent(problems::addAll);
        }
        List<ScenarioResult> scenarios = adviser.map(ScenarioRunner::run).orElse(List.of());
        scenarios.stream()
                .filter(result -> !result.passed())
                .map(ScenarioRunner::failure)
                .forEach(problems::add);
        return new CheckedDraft(resolved, adviser, problems.stream().sorted().toList(), scenarios);
    }

    private static Optional<Adviser> adviser(
            Edition edition, Function<Edition, Compiled> compiler, List<Problem> problems) {
        Compiled compiled = compiler.apply(edition);
        problems.addAll(compiled.problems());
        List<Problem> unused = compiled.ruleBook().map(UnusedParts::of).orElse(List.of());
        problems.addAll(unused);
        return compiled.ruleBook()
                .filter(book -> unused.stream().noneMatch(Problem::isError))
                .map(Adviser::new);
    }
}
