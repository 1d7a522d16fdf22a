package jp.readiness.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.demonstration.DemonstrationCohorts;
import jp.readiness.folder.RulesFolder;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Match;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.Compiled;
import jp.readiness.rulebook.RuleBook;
import jp.readiness.rulebook.RuleCompiler;

/** The front door of the package. */
public final class Checker {

    private final RuleCompiler compiler;

    public Checker(RuleCompiler compiler) {
        this.compiler = compiler;
    }

    /** Reads, compiles and checks a whole folder; never throws for what is in it. */
    public CheckedFolder check(Path rules) {
        RulesFolder folder = new RulesFolderReader().read(rules);
        List<Problem> problems = new ArrayList<>(folder.problems());
        List<Adviser> advisers = new ArrayList<>();
        int built = 0;
        for (Edition edition : folder.editions()) {
            Compiled compiled = compiler.compile(edition);
            problems.addAll(compiled.problems());
            List<Problem> unused = compiled.ruleBook().map(UnusedParts::of).orElse(List.of());
            problems.addAll(unused);
            Optional<Adviser> adviser = compiled.ruleBook()
                    .filter(book -> unused.stream().noneMatch(Problem::isError))
                    .map(Adviser::new);
            adviser.ifPresent(advisers::add);
            adviser.map(RuleAnalysis::of).ifPresent(problems::addAll);
            DemonstrationCohorts.of(rules, edition).forEach(cohort -> problems.addAll(cohort.problems()));
            built += compiled.ruleBook().isPresent() && !compiled.cached() ? 1 : 0;
        }
        List<Matcher> matchers = new ArrayList<>();
        for (Match match : folder.matches()) {
            Compiled compiled = compiler.compile(match);
            problems.addAll(compiled.problems());
            compiled.ruleBook().flatMap(book -> matcher(match, book, problems)).ifPresent(matchers::add);
            built += compiled.ruleBook().isPresent() && !compiled.cached() ? 1 : 0;
        }
        return new CheckedFolder(advisers, matchers, problems.stream().sorted().toList(), built);
    }

    /**
     * What can be said of an edition while it is being written: everything but dead and doubled rules, without building
     * anything, so that it may be asked for at every key.
     *
     * @param files file name → text
     * @param others the programme's other editions, which it must not overlap
     */
    public CheckedDraft glance(
            String programme, String edition, SortedMap<String, String> files, Collection<Edition> others) {
        return DraftCheck.of(programme, edition, files, others, compiler::read, false);
    }

    /** All checks of an edition that may go live, its rules compiled. */
    public CheckedDraft check(
            String programme, String edition, SortedMap<String, String> files, Collection<Edition> others) {
        return DraftCheck.of(programme, edition, files, others, compiler::compile, true);
    }

    private static Optional<Matcher> matcher(Match match, RuleBook book, List<Problem> problems) {
        List<Problem> unused = UnusedParts.ofMatch(book);
        problems.addAll(unused);
        if (unused.stream().anyMatch(Problem::isError)) {
            return Optional.empty();
        }
        problems.addAll(RuleAnalysis.ofMatch(book));
        return Optional.of(new Matcher(match, book));
    }
}
