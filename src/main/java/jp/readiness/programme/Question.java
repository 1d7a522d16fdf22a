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
     * Japanese, stay.
     */
    public String enumName() {
        int first = id.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + id.substring(Character.charCount(first));
    }
}
