package jp.readiness.library;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.check.CheckedFolder;
import jp.readiness.check.Checker;
import jp.readiness.folder.ResolvedEdition;
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
    private final FolderListener listener;
    private volatile Catalogue live = Catalogue.EMPTY;
    private List<Version> taken = List.of();

    Library(Path rules, Checker checker, Versions versions) {
        this(rules, checker, versions, FolderListener.NONE);
    }

    Library(Path rules, Checker checker, Versions versions, FolderListener listener) {
        this.listener = listener;
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
     * Checks the folder, runs the scenarios of what changed and makes live what is sound, unless something was published
     * online for the edition since; of what is not sound the last good version stays.
     */
    final synchronized void importFolder() {
        Set<Version> tested = Set.copyOf(versions.live());
        CheckedFolder checked = checker.check(rules);
        CheckedFolder sound = checked.tested(adviser -> tested.contains(Version.of(adviser.edition())));
        List<Problem> waiting = new FolderChanges(versions, listener).take(sound.advisers(), this::resolved);
        withdrawWhatIsGone();
        taken = versions.live();
        List<Adviser> advisers = advisers(taken, sound.advisers());
        List<Problem> problems = Stream.of(sound.problems().stream(), withdrawn(advisers), waiting.stream())
                .flatMap(all -> all)
                .sorted()
                .toList();
        live = new Catalogue(advisers, matchers(sound), problems);
        log.info(
                "{} editions and {} matches live, {} compiled, {} from the cache, {} not as in the folder; problems: {}",
                advisers.size(),
                live.matchers().size(),
                checked.compiled(),
                checked.advisers().size() + checked.matchers().size() - checked.compiled(),
                advisers.stream()
                        .filter(adviser -> !sound.advisers().contains(adviser))
                        .count(),
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

    private Map<Version, ResolvedEdition> resolved(Set<Version> wanted) {
        return new RulesFolderReader()
                .read(rules).resolved().stream()
                        .filter(resolved -> wanted.contains(Version.of(resolved.edition())))
                        .collect(Collectors.toMap(resolved -> Version.of(resolved.edition()), Function.identity()));
    }

    /**
     * An edition whose folder is gone is withdrawn, unless everything is gone (then something is wrong with the folder),
     * or something was published online for it since.
     */
    private void withdrawWhatIsGone() {
        Set<String> present = Folders.editions(rules);
        Map<String, String> seen = versions.seen();
        versions.live().stream()
                .filter(version -> !present.isEmpty() && !present.contains(version.name()))
                .filter(version -> version.hash().equals(seen.get(version.name())))
                .forEach(version -> {
                    log.warn("{} is withdrawn: its folder is gone", version.name());
                    versions.withdraw(version);
                });
    }

    /** An adviser for each version, one of those at hand where it is. */
    private List<Adviser> advisers(List<Version> wanted, List<Adviser> atHand) {
        Map<Version, Adviser> known = atHand.stream()
                .collect(Collectors.toMap(adviser -> Version.of(adviser.edition()), Function.identity()));
        List<Adviser> advisers = new ArrayList<>();
        for (Version version : wanted) {
            Optional.ofNullable(known.get(version))
                    .or(() -> versions.adviser(version.programme(), version.edition(), version.hash()))
                    .ifPresentOrElse(
                            advisers::add, () -> log.warn("{} is not offered: no version of it can be used", version));
        }
        return advisers;
    }

    /** Takes up what is live by now, published by this server or by another one on the same database. */
    public final synchronized void takeUp() {
        List<Version> wanted = versions.live();
        if (!wanted.equals(taken)) {
            List<Adviser> advisers = advisers(wanted, live.advisers());
            live = new Catalogue(advisers, live.matchers(), live.problems());
            taken = wanted;
        }
    }

    /**
     * Keeps a checked content as a version and makes it live, in the transaction of the caller; {@link #takeUp} shows it
     * to applicants once that is committed.
     *
     * @param over hash of the version that it takes the place of; empty for an edition that is new
     * @return false if that version is not live any more, and nothing was done
     */
    public boolean publish(ResolvedEdition resolved, Optional<String> over, Publication publication) {
        return versions.publish(resolved, over, publication);
    }

    /** What was published for an edition, newest first. */
    public List<Published> history(String programme, String edition) {
        return versions.history(programme, edition);
    }

    /** The files of a version that is or was live; empty if it never was. */
    public Optional<SortedMap<String, String>> files(String programme, String edition, String hash) {
        return versions.files(new Version(programme, edition, hash));
    }
}
