package jp.readiness.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.check.CheckedFolder;
import jp.readiness.check.Checker;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.library.Versions.Version;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door of the package: which edition of each programme is live. Safe for many threads; an import swaps
 * everything at once, so that whoever asks gets the state before or the one after it.
 */
public class Library {

    private static final Logger log = LoggerFactory.getLogger(Library.class);

    private final Path rules;
    private final Checker checker;
    private final Versions versions;
    private volatile Catalogue live = Catalogue.EMPTY;

    Library(Path rules, Checker checker, Versions versions) {
        this.rules = rules;
        this.checker = checker;
        this.versions = versions;
        importFolder();
    }

    /**
     * The edition in force on that day: see {@link Editions#inForce}.
     *
     * @throws NotInLibrary if there is none
     */
    public Adviser inForce(String programme, LocalDate asOf) {
        return live.inForce(programme, asOf);
    }

    public Optional<Adviser> edition(String programme, String edition) {
        return live.edition(programme, edition);
    }

    /** That version of the edition, live or from earlier times; empty if it never was live. */
    public Optional<Adviser> version(String programme, String edition, String hash) {
        return live.edition(programme, edition)
                .filter(a -> a.edition().version().equals(hash))
                .or(() -> versions.adviser(programme, edition, hash));
    }

    /** The edition in force of every programme that has one on that day, sorted by programme. */
    public List<Adviser> current(LocalDate asOf) {
        return live.current(asOf);
    }

    /** Every live edition, in force or not, sorted by programme and first day in force. */
    public List<Adviser> editions() {
        return live.advisers();
    }

    /**
     * The edition of a match in force on that day.
     *
     * @throws NotInLibrary if there is none
     */
    public Matcher match(String match, LocalDate asOf) {
        return live.matches().inForce(match, asOf);
    }

    /** The edition in force of every match that has one on that day, sorted by match. */
    public List<Matcher> matches(LocalDate asOf) {
        return live.matches().current(asOf);
    }

    /** What is wrong in the rules folder, sorted: why an edition there is not live, or was withdrawn. */
    public List<Problem> problems() {
        return live.problems();
    }

    /** The folder of the programmes, where what is beside the editions can be read, such as demonstration cohorts. */
    public Path rules() {
        return rules;
    }

    /**
     * Checks the folder, runs the scenarios of what changed and makes live what is sound; of what is not sound the last
     * good version stays.
     */
    final synchronized void importFolder() {
        Set<Version> tested = Set.copyOf(versions.live());
        CheckedFolder checked = checker.check(rules);
        CheckedFolder sound = checked.tested(adviser -> tested.contains(Version.of(adviser.edition())));
        publish(sound.advisers());
        List<Adviser> lastGood = lastGood(sound.advisers());
        List<Adviser> advisers =
                Stream.concat(sound.advisers().stream(), lastGood.stream()).toList();
        List<Problem> problems = Stream.concat(sound.problems().stream(), withdrawn(advisers))
                .sorted()
                .toList();
        live = new Catalogue(advisers, matchers(sound), problems);
        log.info(
                "{} editions and {} matches live, {} compiled, {} from the cache, {} kept because the folder's are not sound; problems: {}",
                advisers.size(),
                live.matchers().size(),
                checked.compiled(),
                checked.advisers().size() + checked.matchers().size() - checked.compiled(),
                lastGood.size(),
                problems.size());
    }

    /**
     * Of a match whose folder is no longer sound, or whose sides are not, the last good edition stays for as long as the
     * server runs: nothing that is stored rests on a match, so its versions are not kept.
     */
    private List<Matcher> matchers(CheckedFolder sound) {
        Set<String> names = sound.matchers().stream()
                .map(matcher -> matcher.match().edition().name())
                .collect(Collectors.toSet());
        Set<String> present = Folders.editions(rules);
        Stream<Matcher> lastGood = live.matchers().stream()
                .filter(matcher -> !names.contains(matcher.match().edition().name()))
                .filter(matcher -> present.isEmpty()
                        || present.contains(matcher.match().edition().name()));
        return Stream.concat(sound.matchers().stream(), lastGood).toList();
    }

    private Stream<Problem> withdrawn(List<Adviser> advisers) {
        List<Edition> editions = advisers.stream().map(Adviser::edition).toList();
        return Withdrawn.warnings(versions.withdrawn(), editions).stream();
    }

    private void publish(List<Adviser> sound) {
        Set<Version> known = Set.copyOf(versions.live());
        Set<Version> changed = sound.stream()
                .map(adviser -> Version.of(adviser.edition()))
                .filter(version -> !known.contains(version))
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            new RulesFolderReader()
                    .read(rules).resolved().stream()
                            .filter(resolved -> changed.contains(Version.of(resolved.edition())))
                            .forEach(versions::publish);
        }
    }

    /** An edition whose folder is gone is withdrawn, unless everything is gone: then something is wrong with the folder. */
    private List<Adviser> lastGood(List<Adviser> sound) {
        Set<String> names = sound.stream().map(a -> a.edition().name()).collect(Collectors.toSet());
        Set<String> present = Folders.editions(rules);
        List<Adviser> kept = new ArrayList<>();
        for (Version version : versions.live()) {
            if (!present.isEmpty() && !present.contains(version.name())) {
                log.warn("{} is withdrawn: its folder is gone", version.name());
                versions.withdraw(version);
            } else if (!names.contains(version.name())) {
                version(version.programme(), version.edition(), version.hash())
                        .ifPresentOrElse(
                                kept::add, () -> log.warn("{} is not offered: no version of it can be used", version));
            }
        }
        return kept;
    }
}
