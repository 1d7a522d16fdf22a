package jp.readiness.advice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/** Remembers the briefs of the sheets it met, as far as room for them goes. */
final class RememberedBriefs implements Briefs {

    private static final int MOST_REMEMBERED = 10_000;

    private final List<Question> questions;
    private final Function<Answers, Brief> judge;
    private final Map<List<@Nullable Answer>, Brief> remembered = new HashMap<>();

    RememberedBriefs(List<Question> questions, Function<Answers, Brief> judge) {
        this.questions = questions;
        this.judge = judge;
    }

    @Override
    public Brief of(@Nullable Answer[] answers) {
        Brief known = remembered.get(Arrays.asList(answers));
        if (known != null) {
            return known;
        }
        Brief brief = judge.apply(sheet(answers));
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(Arrays.asList(answers.clone()), brief);
        }
        return brief;
    }

    private Answers sheet(@Nullable Answer[] answers) {
        SortedMap<String, Answer> given = new TreeMap<>();
        for (int question = 0; question < answers.length; question++) {
            Answer answer = answers[question];
            if (answer != null) {
                given.put(questions.get(question).id(), answer);
            }
        }
        return new Answers(given);
    }
}
