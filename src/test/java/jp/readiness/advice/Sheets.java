package jp.readiness.advice;

import java.util.HashMap;
import java.util.Map;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;

/** Answer sheets in one line of a test. */
final class Sheets {

    private Sheets() {}

    /** @param pairs question, value, question, value …: Boolean, Integer, or String for an option */
    static Answers answers(Object... pairs) {
        Map<String, Answer> answers = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put((String) pairs[i], answer(pairs[i + 1]));
        }
        return new Answers(answers);
    }

    private static Answer answer(Object value) {
        if (value instanceof Boolean yes) {
            return new Answer.YesNo(yes);
        }
        return value instanceof Integer number ? Answer.Number.of(number) : new Answer.Choice((String) value);
    }
}
