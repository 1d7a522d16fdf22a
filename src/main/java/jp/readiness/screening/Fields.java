package jp.readiness.screening;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.springframework.stereotype.Component;

/** Makes the fields of a page of the form from what the sheet holds. */
@Component
class Fields {

    private final AnswerReader reader = new AnswerReader();
    private final Influence influence;

    Fields(Influence influence) {
        this.influence = influence;
    }

    Field of(OpenSheet sheet, Question question) {
        List<String> shown = shown(sheet, question);
        Optional<Text> problem =
                sheet.isUnread(question) ? reader.typed(question, shown).problem() : Optional.empty();
        Optional<Text> kept = problem.flatMap(any -> sheet.answers().get(question.id()))
                .map(answer -> AnswerReader.display(question, answer));
        return new Field(question, shown, influence.of(sheet.adviser(), question), problem, kept);
    }

    private static List<String> shown(OpenSheet sheet, Question question) {
        List<String> unread = sheet.sheet().unread().get(question.id());
        if (unread != null) {
            return unread;
        }
        return sheet.answers()
                .get(question.id())
                .map(Fields::controlValues)
                .orElseGet(() ->
                        sheet.sheet().unsure().contains(question.id()) ? List.of(AnswerReader.OPEN_VALUE) : List.of());
    }

    static List<String> controlValues(Answer answer) {
        if (answer instanceof Answer.Choices choices && choices.options().isEmpty()) {
            return List.of(AnswerReader.NONE_VALUE);
        }
        Object value = AnswerReader.value(answer);
        if (value instanceof List<?> options) {
            return options.stream().map(String::valueOf).toList();
        }
        return List.of(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
    }
}
