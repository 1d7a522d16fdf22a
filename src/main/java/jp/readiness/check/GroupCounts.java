package jp.readiness.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.readiness.check.Impact.Judged;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;

/** Counts applicants by what they answered to each choice. */
final class GroupCounts {

    private final List<Question> questions;
    private final Map<String, Map<String, Group>> counts = new LinkedHashMap<>();

    GroupCounts(Edition edition) {
        questions = edition.questions().stream()
                .filter(question -> question.type() == QuestionType.CHOICE || question.type() == QuestionType.YES_NO)
                .toList();
    }

    void add(Answers answers, Judged before, Judged after) {
        for (Question question : questions) {
            String option = answers.get(question.id()).map(GroupCounts::option).orElse(Group.OPEN);
            counts.computeIfAbsent(question.id(), id -> new TreeMap<>())
                    .compute(option, (id, group) -> (group == null ? Group.NONE : group).and(before, after));
        }
    }

    private static String option(Answer answer) {
        return answer instanceof Answer.Choice choice
                ? choice.option()
                : Boolean.toString(answer instanceof Answer.YesNo yesNo && yesNo.yes());
    }

    Map<String, Map<String, Group>> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
