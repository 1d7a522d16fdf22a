package jp.readiness.programme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A question of the answer sheet. Every question may be left open.
 *
 * @param section id of the {@link Section} it is asked in
 * @param answeredBy an applicant cannot judge everything, such as how driven its partner organisation is
 * @param changeable whether the applicant can change the fact behind the answer before the start
 * @param effort of such a change, 1 (easy) to 5 (hard)
 * @param min smallest number allowed, inclusive; present for numbers only
 * @param max largest number allowed, inclusive (for {@code TEXT} the number of characters)
 * @param unit such as 名 or "people"; {@link Text#NONE} without one
 * @param options for {@code CHOICE} and {@code CHOICES}, in the order shown; else empty
 * @param place where it is declared
 */
public record Question(
        String id,
        QuestionType type,
        Text label,
        Text help,
        String section,
        AnsweredBy answeredBy,
        boolean changeable,
        int effort,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Text unit,
        List<Option> options,
        Place place) {

    public enum AnsweredBy {
        APPLICANT,
        STAFF
    }

    public Question {
        options = List.copyOf(options);
    }

    public Optional<Option> option(String optionId) {
        return options.stream().filter(option -> option.id().equals(optionId)).findFirst();
    }

    /**
     * The name of the question's options in DRL: the id with its first letter in upper case, so that the question
     * {@code executiveCommitment} is compared with {@code ExecutiveCommitment.COMMITTED}. Letters without case, as in
     * Japanese, stay. Of a question of a match, {@code Company.themes}, it is {@code Themes}.
     */
    public String enumName() {
        String own = id.substring(id.indexOf('.') + 1);
        int first = own.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + own.substring(Character.charCount(first));
    }

    /** Whether an answer is one that this question takes: stored sheets may be older than the question. */
    public boolean takes(Answer answer) {
        return switch (type) {
            case YES_NO -> answer instanceof Answer.YesNo;
            case WHOLE ->
                answer instanceof Answer.Number number && number.value().scale() <= 0 && isWithin(number.value());
            case DECIMAL -> answer instanceof Answer.Number number && isWithin(number.value());
            case CHOICE ->
                answer instanceof Answer.Choice choice
                        && option(choice.option()).isPresent();
            case CHOICES ->
                answer instanceof Answer.Choices choices
                        && choices.options().stream().allMatch(id -> option(id).isPresent());
            case TEXT -> answer instanceof Answer.ShortText;
        };
    }

    private boolean isWithin(BigDecimal number) {
        return min.filter(least -> number.compareTo(least) < 0).isEmpty()
                && max.filter(most -> number.compareTo(most) > 0).isEmpty();
    }

    /** The same question under another id. */
    Question named(String otherId) {
        return new Question(
                otherId, type, label, help, section, answeredBy, changeable, effort, min, max, unit, options, place);
    }
}
