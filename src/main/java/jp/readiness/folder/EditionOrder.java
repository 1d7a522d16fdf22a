package jp.readiness.folder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Place;
import jp.readiness.programme.Text;

/** Holds the days in force of a programme's editions against each other. */
final class EditionOrder {

    private record InForce(String id, LocalDate from, Optional<LocalDate> to, Place place) {

        static Optional<InForce> of(Draft draft) {
            return draft.dates()
                    .flatMap(dates ->
                            dates.place().map(place -> new InForce(draft.id(), dates.from(), dates.to(), place)));
        }

        LocalDate end() {
            return to.orElse(LocalDate.MAX);
        }

        String words() {
            return from + "〜" + to.map(LocalDate::toString).orElse("");
        }
    }

    private EditionOrder() {}

    /** Reports overlaps and gaps; returns the ids of the editions that begin before an earlier one has ended. */
    static Set<String> check(List<Draft> drafts, Problems problems) {
        List<InForce> editions = drafts.stream()
                .flatMap(draft -> InForce.of(draft).stream())
                .sorted(Comparator.comparing(InForce::from).thenComparing(InForce::id))
                .toList();
        Set<String> overlapping = new HashSet<>();
        for (int i = 1; i < editions.size(); i++) {
            InForce later = editions.get(i);
            InForce lasting = editions.subList(0, i).stream()
                    .max(Comparator.comparing(InForce::end))
                    .orElseThrow();
            if (!later.from().isAfter(lasting.end())) {
                overlap(later, lasting, problems);
                overlapping.add(later.id());
            } else if (later.from().isAfter(lasting.end().plusDays(1))) {
                gap(later, lasting, problems);
            }
        }
        return overlapping;
    }

    private static void overlap(InForce later, InForce earlier, Problems problems) {
        problems.error(
                later.place(),
                "OVERLAPPING_EDITIONS",
                Wording.say(
                        "有効期間(%s)が、年度版「%s」(%s)と重なっています。",
                        "The days in force (%s) overlap with the edition `%s` (%s).",
                        later.words(),
                        earlier.id(),
                        earlier.words()),
                later.from().equals(earlier.from())
                        ? Text.NONE
                        : Wording.say(
                                "もしかして「%s」の to は %s ですか。",
                                "Maybe `to` of `%s` is %s.",
                                earlier.id(),
                                later.from().minusDays(1)));
    }

    private static void gap(InForce later, InForce earlier, Problems problems) {
        problems.warning(
                later.place(),
                "EDITION_GAP",
                Wording.say(
                        "%s から %s までは、どの年度版も有効ではありません。",
                        "From %s to %s no edition is in force.",
                        earlier.end().plusDays(1),
                        later.from().minusDays(1)),
                Text.NONE);
    }
}
