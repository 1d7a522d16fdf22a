package jp.readiness.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.folder.RulesFolder;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Match;
import jp.readiness.rulebook.RuleCompiler;

/** Advises straight from a rules folder, without server or database; compiles no more than the one edition asked for. */
public final class FolderAdvice {

    private final Path rules;
    private final RuleCompiler compiler;

    public FolderAdvice(Path rules, RuleCompiler compiler) {
        this.rules = rules;
        this.compiler = compiler;
    }

    /** What the folder holds of one name; all of it where that is nothing of use, so that the names can be told. */
    private RulesFolder folder(String name, Predicate<RulesFolder> isOfUse) {
        int slash = name.indexOf('/');
        RulesFolder one = new RulesFolderReader().readOnly(rules, slash < 0 ? name : name.substring(0, slash));
        return isOfUse.test(one) ? one : new RulesFolderReader().read(rules);
    }

    /** Edition folders that are not sound or, where one name alone was read, another's. */
    private Set<String> broken(RulesFolder folder) {
        Set<String> broken = Folders.editions(rules);
        folder.editions().forEach(edition -> broken.remove(edition.name()));
        folder.matches().forEach(match -> broken.remove(match.edition().name()));
        return broken;
    }

    /**
     * @param name of a programme, which stands for its edition in force, or {@code programme/edition}
     * @param asOf a day in Asia/Tokyo
     * @throws NotInLibrary if there is none, or if its files have errors: an older edition does not take its place
     */
    public Adviser adviser(String name, LocalDate asOf) {
        int slash = name.indexOf('/');
        RulesFolder folder = folder(name, one -> !one.editions().isEmpty());
        Editions editions = new Editions(folder.editions(), broken(folder));
        Edition edition = slash < 0
                ? editions.inForce(name, asOf)
                : editions.named(name.substring(0, slash), name.substring(slash + 1));
        return compiler.compile(edition)
                .ruleBook()
                .map(Adviser::new)
                .orElseThrow(() -> NoSuchEdition.broken(edition.name()));
    }

    /**
     * @param name of a match, which stands for its edition in force, or {@code match/edition}
     * @param asOf a day in Asia/Tokyo
     * @throws NotInLibrary as for a programme
     */
    public Matcher matcher(String name, LocalDate asOf) {
        int slash = name.indexOf('/');
        RulesFolder folder = folder(name, one -> !one.matches().isEmpty());
        Matches<Match> matches = new Matches<>(folder.matches(), Function.identity(), broken(folder));
        Match match = slash < 0
                ? matches.inForce(name, asOf)
                : matches.named(name.substring(0, slash), name.substring(slash + 1));
        return compiler.compile(match)
                .ruleBook()
                .map(book -> new Matcher(match, book))
                .orElseThrow(() -> NoSuchEdition.broken(match.edition().name()));
    }
}
