package jp.readiness.library;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Match;

/**
 * Some matches, and which edition of each is in force on a day, by the rules of {@link Editions}. Immutable.
 *
 * @param <T> what stands for an edition of a match
 */
final class Matches<T> {

    private final Map<String, T> byName;
    private final Editions editions;
    private final Set<String> names;

    /** @param broken as {@link Editions} takes it */
    Matches(Collection<T> matches, Function<T, Match> match, Set<String> broken) {
        List<Edition> all = matches.stream().map(m -> match.apply(m).edition()).toList();
        byName = matches.stream()
                .collect(Collectors.toUnmodifiableMap(
                        m -> match.apply(m).edition().name(), Function.identity()));
        editions = new Editions(all, broken);
        names = all.stream().map(Edition::programme).collect(Collectors.toCollection(TreeSet::new));
        broken.forEach(name -> names.add(name.substring(0, name.indexOf('/'))));
    }

    T inForce(String match, LocalDate asOf) {
        known(match);
        return get(editions.inForce(match, asOf));
    }

    T named(String match, String edition) {
        known(match);
        return get(editions.named(match, edition));
    }

    List<T> current(LocalDate asOf) {
        return editions.current(asOf).stream().map(this::get).toList();
    }

    private void known(String match) {
        if (!names.contains(match)) {
            throw NoSuchProgramme.match(match, names);
        }
    }

    private T get(Edition edition) {
        T match = byName.get(edition.name());
        if (match == null) {
            throw new IllegalStateException(edition.name());
        }
        return match;
    }
}
