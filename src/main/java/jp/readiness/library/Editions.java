package jp.readiness.library;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;

/**
 * Some editions, and which of them is in force on a day. Immutable.
 *
 * <p>Which edition is in force, by example: with editions from 2021-04-01 to 2022-03-31 and from 2022-05-01 on, the day
 * 2021-03-31 lies before the first and 2022-04-10 in a gap, which are errors in words; every day from 2022-05-01 on
 * belongs to the second, even after its last day: the newest stays usable.
 */
final class Editions {

    private final SortedMap<String, List<Edition>> byProgramme;
    private final Set<String> broken;

    /**
     * @param broken {@code programme/edition} of those that cannot be used for their errors; an older edition does not
     *     silently take their place
     */
    Editions(Collection<Edition> editions, Set<String> broken) {
        this.byProgramme = editions.stream()
                .sorted(Comparator.comparing(Edition::from).thenComparing(Edition::id))
                .collect(groupingBy(Edition::programme, TreeMap::new, Collectors.toUnmodifiableList()));
        this.broken = Set.copyOf(broken);
    }

    /**
     * The edition in force on that day.
     *
     * @param asOf a day in Asia/Tokyo
     * @throws NoSuchProgramme if no programme has that name
     * @throws NoSuchEdition if the day lies before the first edition or in a gap between two
     */
    Edition inForce(String programme, LocalDate asOf) {
        List<Edition> editions = editionsOf(programme);
        int started = lastStartedBy(asOf, editions);
        refuseToStandInForABrokenOne(programme, editions, started, asOf);
        if (started < 0) {
            throw NoSuchEdition.before(editions.get(0), asOf);
        }
        if (liesInGapAfter(started, editions, asOf)) {
            throw NoSuchEdition.between(editions.get(started), editions.get(started + 1), asOf);
        }
        return editions.get(started);
    }

    /**
     * The edition of that name, in force or not.
     *
     * @throws NoSuchProgramme if no programme has that name
     * @throws NoSuchEdition if the programme has no such edition, or it has errors
     */
    Edition named(String programme, String edition) {
        return edition(programme, edition).orElseThrow(() -> {
            if (broken.contains(programme + "/" + edition)) {
                return NoSuchEdition.broken(programme + "/" + edition);
            }
            List<String> known = editionsOf(programme).stream().map(Edition::id).toList();
            return NoSuchEdition.named(programme, edition, known);
        });
    }

    Optional<Edition> edition(String programme, String edition) {
        return byProgramme.getOrDefault(programme, List.of()).stream()
                .filter(a -> a.id().equals(edition))
                .findFirst();
    }

    /** The edition in force of every programme that has one on that day, sorted by programme. */
    List<Edition> current(LocalDate asOf) {
        return byProgramme.values().stream()
                .flatMap(editions -> {
                    int started = lastStartedBy(asOf, editions);
                    boolean none = started < 0 || liesInGapAfter(started, editions, asOf);
                    return none ? Stream.<Edition>empty() : Stream.of(editions.get(started));
                })
                .toList();
    }

    /** All of them, sorted by programme and first day in force. */
    List<Edition> all() {
        return byProgramme.values().stream().flatMap(List::stream).toList();
    }

    private List<Edition> editionsOf(String programme) {
        List<Edition> editions = byProgramme.getOrDefault(programme, List.of());
        if (editions.isEmpty() && brokenOf(programme).findAny().isEmpty()) {
            throw NoSuchProgramme.named(programme, byProgramme.keySet());
        }
        return editions;
    }

    private Stream<String> brokenOf(String programme) {
        return broken.stream().filter(name -> name.startsWith(programme + "/"));
    }

    /** When a broken edition starts is not known: only one that says itself that it covers the day is surely right. */
    private void refuseToStandInForABrokenOne(String programme, List<Edition> editions, int started, LocalDate asOf) {
        boolean certain = started >= 0
                && editions.get(started).to().filter(to -> !asOf.isAfter(to)).isPresent();
        Optional<String> unusable = brokenOf(programme).max(Comparator.naturalOrder());
        if (unusable.isPresent() && !certain) {
            throw started < 0
                    ? NoSuchEdition.broken(unusable.get())
                    : NoSuchEdition.broken(unusable.get(), editions.get(started));
        }
    }

    /** Index of the newest edition that has started by that day; −1 if none has. */
    private static int lastStartedBy(LocalDate asOf, List<Edition> editions) {
        return (int) editions.stream().filter(a -> !a.from().isAfter(asOf)).count() - 1;
    }

    private static boolean liesInGapAfter(int started, List<Edition> editions, LocalDate asOf) {
        boolean newest = started == editions.size() - 1;
        return !newest && editions.get(started).to().filter(asOf::isAfter).isPresent();
    }
}
