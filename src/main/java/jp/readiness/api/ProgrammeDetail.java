package jp.readiness.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.readiness.api.ProgrammeView.Choice;
import jp.readiness.api.ProgrammeView.Words;
import jp.readiness.programme.Edition;
import jp.readiness.programme.JsonValues;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/**
 * A programme with what it asks.
 *
 * @param contact whom to ask
 * @param schema of the {@code answers} that an assessment takes, as JSON Schema 2020-12
 */
record ProgrammeDetail(
        @JsonUnwrapped ProgrammeView programme,
        Words contact,
        List<Section> sections,
        List<Item> questions,
        Map<String, Object> schema) {

    record Section(String id, Words title) {}

    /**
     * A question.
     *
     * @param type yesNo, whole, decimal, choice, choices or text
     * @param answeredBy applicant or staff
     * @param effort of changing the fact behind the answer, 1 (easy) to 5 (hard); null if it cannot be changed
     */
    record Item(
            String id,
            String type,
            String section,
            Words label,
            @Nullable Words help,
            String answeredBy,
            boolean changeable,
            @Nullable Integer effort,
            @Nullable Object min,
            @Nullable Object max,
            @Nullable Words unit,
            List<Choice> options) {

        private static Item of(Question question) {
            return new Item(
                    question.id(),
                    question.type().yaml(),
                    question.section(),
                    Words.of(question.label()),
                    Words.ofSome(question.help()),
                    question.answeredBy().name().toLowerCase(Locale.ROOT),
                    question.changeable(),
                    question.changeable() ? question.effort() : null,
                    number(question.min()),
                    number(question.max()),
                    Words.ofSome(question.unit()),
                    question.options().stream().map(Choice::of).toList());
        }

        private static @Nullable Object number(Optional<BigDecimal> bound) {
            return bound.map(JsonValues::canonical).orElse(null);
        }
    }

    static ProgrammeDetail of(Edition edition, List<Edition> editions, LocalDate asOf, Locale locale) {
        return new ProgrammeDetail(
                ProgrammeView.of(edition, editions, asOf),
                Words.of(edition.contact()),
                edition.sections().stream()
                        .map(section -> new Section(section.id(), Words.of(section.title())))
                        .toList(),
                edition.questions().stream().map(Item::of).toList(),
                AnswerSchema.of(edition, locale));
    }
}
