package jp.readiness.screening;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Overview;
import jp.readiness.advice.Overview.Standing;
import jp.readiness.programme.Question;

/** A stored answer sheet held against every programme. */
record FinderSheet(Sheet sheet, Overview overview) {

    /** The sheet as one programme reads it. */
    OpenSheet as(Standing standing) {
        return OpenSheet.forApplicant(sheet, standing.adviser());
    }

    /** What stands in the way of going on: a question whose answer could not be read, or else the most telling one. */
    Optional<String> nextQuestion() {
        return byId().values().stream()
                .map(Question::id)
                .filter(id -> sheet.unread().containsKey(id))
                .findFirst()
                .or(() -> overview.next().stream()
                        .map(next -> next.question().id())
                        .findFirst());
    }

    /** The first programme that asks the question. */
    Optional<Standing> asking(String question) {
        return overview.standings().stream()
                .filter(standing -> standing.edition().question(question).isPresent())
                .findFirst();
    }

    /** The questions with a reply, "not known yet" included, in the order in which the programmes ask them. */
    List<Question> replied() {
        return byId().values().stream()
                .filter(q ->
                        sheet.values().containsKey(q.id()) || sheet.unsure().contains(q.id()))
                .toList();
    }

    /** Every applicant's question of every programme; one that several ask as the first of them asks it. */
    private Map<String, Question> byId() {
        Map<String, Question> byId = new LinkedHashMap<>();
        overview.standings().stream()
                .map(standing -> OpenSheet.applicantQuestions(standing.edition()))
                .flatMap(Collection::stream)
                .forEach(question -> byId.putIfAbsent(question.id(), question));
        return byId;
    }
}
