package jp.readiness.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * A programme as a caller sees it in a list.
 *
 * @param edition in force on the day asked about
 * @param editions all that one can be advised by, the first one first
 * @param forWhom who may apply, by the questions that say so; empty if anybody may
 * @param closed whether applications are not accepted on the day asked about
 */
record ProgrammeView(
        String id,
        String edition,
        String version,
        List<InForce> editions,
        Words title,
        Words summary,
        List<ForWhom> forWhom,
        Applications applications,
        boolean closed) {

    /** An edition and the first and last day on which it is in force; null while no last day is set. */
    record InForce(String id, LocalDate from, @Nullable LocalDate to) {

        private static InForce of(Edition edition) {
            return new InForce(edition.id(), edition.from(), orNull(edition.to()));
        }
    }

    /** Words in both languages. */
    record Words(String ja, String en) {

        static Words of(Text text) {
            return new Words(text.ja(), text.en());
        }

        static @Nullable Words ofSome(Text text) {
            return text.isEmpty() ? null : of(text);
        }
    }

    record ForWhom(String question, Words label, List<Choice> allowed) {

        private static ForWhom of(Audience audience, Question question) {
            List<Choice> allowed = question.options().stream()
                    .filter(option -> audience.allowed().contains(option.id()))
                    .map(Choice::of)
                    .toList();
            return new ForWhom(question.id(), Words.of(question.label()), allowed);
        }
    }

    record Choice(String id, Words label) {

        static Choice of(Option option) {
            return new Choice(option.id(), Words.of(option.label()));
        }
    }

    /** First and last day on which applications are accepted; null where it is not known. */
    record Applications(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @param editions of all programmes, sorted by their first day */
    static ProgrammeView of(Edition edition, List<Edition> editions, LocalDate asOf) {
        return new ProgrammeView(
                edition.programme(),
                edition.id(),
                edition.version(),
                editions.stream()
                        .filter(other -> other.programme().equals(edition.programme()))
                        .map(InForce::of)
                        .toList(),
                Words.of(edition.title()),
                Words.of(edition.summary()),
                edition.audience().stream()
                        .flatMap(audience -> edition.question(audience.question()).stream()
                                .map(question -> ForWhom.of(audience, question)))
                        .toList(),
                new Applications(
                        orNull(edition.window().from()), orNull(edition.window().to())),
                edition.window().isClosedOn(asOf));
    }

    private static @Nullable LocalDate orNull(Optional<LocalDate> day) {
        return day.orElse(null);
    }
}
