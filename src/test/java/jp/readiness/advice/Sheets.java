package jp.readiness.advice;

import java.util.HashMap;
import java.util.Map;
import jp.readiness.advice.Assessment.Change;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;

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

    /** The sheet after a change, each new answer read as one from outside: one that does not fit its question is an error. */
    static Answers changed(Edition edition, Answers sheet, Change change) {
        Answers changed = sheet;
        for (var set : change.set().entrySet()) {
            Question question = edition.question(set.getKey()).orElseThrow();
            changed = changed.with(
                    question.id(),
                    new AnswerReader().value(question, set.getValue()).answer().orElseThrow());
        }
        return changed;
    }

    private static Answer answer(Object value) {
        if (value instanceof Boolean yes) {
            return new Answer.YesNo(yes);
        }
        return value instanceof Integer number ? Answer.Number.of(number) : new Answer.Choice((String) value);
    }
}
