package jp.readiness.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Matcher;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Problem;

/**
 * What is live at one moment: an adviser for each edition of a programme, a matcher for each of a match, and what is wrong
 * in the rules folder. Immutable.
 */
final class Catalogue {

    static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of());

    private final Map<String, Adviser> byName;
    private final Editions editions;
    private final List<Matcher> matchers;
    private final Matches<Matcher> matches;
    private final List<Problem> problems;

    Catalogue(List<Adviser> advisers, List<Matcher> matchers, List<Problem> problems) {
        byName = advisers.stream()
                .collect(Collectors.toUnmodifiableMap(a -> a.edition().name(), Function.identity()));
        editions = new Editions(advisers.stream().map(Adviser::edition).toList(), Set.of());
        this.matchers = List.copyOf(matchers);
        matches = new Matches<>(matchers, Matcher::match, Set.of());
        this.problems = List.copyOf(problems);
    }

    Adviser inForce(String programme, LocalDate asOf) {
        return adviser(editions.inForce(programme, asOf));
    }

    Optional<Adviser> edition(String programme, String edition) {
        return editions.edition(programme, edition).map(this::adviser);
    }

    List<Adviser> current(LocalDate asOf) {
        return editions.current(asOf).stream().map(this::adviser).toList();
    }

    /** Sorted by programme and first day in force. */
    List<Adviser> advisers() {
        return editions.all().stream().map(this::adviser).toList();
    }

    /** Every live edition of a match. */
    List<Matcher> matchers() {
        return matchers;
    }

    Matches<Matcher> matches() {
        return matches;
    }

    List<Problem> problems() {
        return problems;
    }

    private Adviser adviser(Edition edition) {
        return Optional.ofNullable(byName.get(edition.name())).orElseThrow();
    }
}
