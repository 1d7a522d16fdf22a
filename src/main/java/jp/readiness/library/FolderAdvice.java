package jp.readiness.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import jp.readiness.advice.Adviser;
import jp.readiness.folder.RulesFolder;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.RuleCompiler;

/** Advises straight from a rules folder, without server or database; compiles no more than the one edition asked for. */
public final class FolderAdvice {

    private final Editions editions;
    private final RuleCompiler compiler;

    public FolderAdvice(Path rules, RuleCompiler compiler) {
        RulesFolder folder = new RulesFolderReader().read(rules);
        Set<String> broken = Folders.editions(rules);
        folder.editions().forEach(edition -> broken.remove(edition.name()));
        this.editions = new Editions(folder.editions(), broken);
        this.compiler = compiler;
    }

    /**
     * @param name of a programme, which stands for its edition in force, or {@code programme/edition}
     * @param asOf a day in Asia/Tokyo
     * @throws NotInLibrary if there is none, or if its files have errors: an older edition does not take its place
     */
    public Adviser adviser(String name, LocalDate asOf) {
        int slash = name.indexOf('/');
        Edition edition = slash < 0
                ? editions.inForce(name, asOf)
                : editions.named(name.substring(0, slash), name.substring(slash + 1));
        return compiler.compile(edition)
                .ruleBook()
                .map(Adviser::new)
                .orElseThrow(() -> NoSuchEdition.broken(edition.name()));
    }
}
