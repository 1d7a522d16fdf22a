package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.jspecify.annotations.Nullable;

/** How an answer is kept in a slot of {@link Facts}, and how it is read back for an explanation. */
final class Slots {

    private Slots() {}

    /** The slot of an answer that fits its question. */
    static long of(Question question, Answer answer) {
        return switch (question.type()) {
            case YES_NO -> ((Answer.YesNo) answer).yes() ? 1 : 0;
            case WHOLE -> ((Answer.Number) answer).value().longValueExact();
            case CHOICE -> indexOf(question, ((Answer.Choice) answer).option());
            case CHOICES -> bits(question, ((Answer.Choices) answer).options());
            case DECIMAL, TEXT -> 0;
        };
    }

    /** What does not fit a slot. */
    static @Nullable Object object(Question question, @Nullable Answer answer) {
        if (question.type() == QuestionType.DECIMAL && answer instanceof Answer.Number number) {
            return number.value();
        }
        return answer instanceof Answer.ShortText text ? text.text() : null;
    }

    private static long bits(Question question, Set<String> options) {
        long bits = 0;
        for (String option : options) {
            bits |= 1L << indexOf(question, option);
        }
        return bits;
    }

    private static int indexOf(Question question, String option) {
        for (int i = 0; i < question.options().size(); i++) {
            if (question.options().get(i).id().equals(option)) {
                return i;
            }
        }
        throw new IllegalArgumentException(question.id() + " does not offer " + option);
    }

    /** Ids of the options whose bits are set, in the order of the question. */
    static List<String> options(Question question, long bits) {
        List<String> chosen = new ArrayList<>();
        for (Option option : question.options()) {
            if ((bits >> question.options().indexOf(option) & 1) == 1) {
                chosen.add(option.id());
            }
        }
        return chosen;
    }
}
