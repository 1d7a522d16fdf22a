package jp.readiness.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.programme.Question;

/** The unanswered questions that decide something: those that decide a required criterion first, then in form order. */
final class OpenQuestions {

    private OpenQuestions() {}

    static List<OpenQuestion> of(List<Question> questions, List<Judgement> judgements) {
        List<OpenQuestion> first = new ArrayList<>();
        List<OpenQuestion> then = new ArrayList<>();
        for (int question = 0; question < questions.size(); question++) {
            int index = question;
            Predicate<Judgement> isDecided = judgement -> judgement.deciding().contains(index);
            List<Judgement> decided = judgements.stream().filter(isDecided).toList();
            if (!decided.isEmpty()) {
                List<String> ids = decided.stream().map(j -> j.finding().id()).toList();
                (decided.stream().anyMatch(Judgement::isRequired) ? first : then)
                        .add(new OpenQuestion(questions.get(question).id(), ids));
            }
        }
        first.addAll(then);
        return first;
    }
}
