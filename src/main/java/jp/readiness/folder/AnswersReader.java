package jp.readiness.folder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import jp.readiness.answers.AnswerReader;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.jspecify.annotations.Nullable;

/** Reads the answer sheets of examples and scenarios. */
final class AnswersReader {

    private final Asked asked;
    private final AnswerReader reader = new AnswerReader();

    AnswersReader(Asked asked) {
        this.asked = asked;
    }

    /** @param start answers that those written here replace; an answer {@code null} opens the question */
    Answers read(Value sheet, Answers start) {
        Answers answers = start;
        for (Entry entry : sheet.mapping().entries()) {
            Optional<Question> question = asked.named(entry);
            if (question.isPresent()) {
                Optional<Answer> answer = answer(question.get(), entry.value());
                answers = answer.isPresent() ? answers.with(entry.key(), answer.get()) : answers.without(entry.key());
            }
        }
        return answers;
    }

    private Optional<Answer> answer(Question question, Value value) {
        Read read = reader.value(question, jsonLike(question, value));
        read.problem().ifPresent(problem -> value.problems().error(value.place(), "BAD_ANSWER", problem));
        return read.answer();
    }

    /** The value as JSON would hold it; the type of the question says what unquoted characters mean. */
    private static @Nullable Object jsonLike(Question question, Value value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isList()) {
            return value.items().stream().map(item -> item.raw().orElse("…")).toList();
        }
        String raw = value.raw().orElse("…");
        if (value.isQuoted()) {
            return raw;
        }
        if (question.type() == QuestionType.YES_NO && List.of("true", "false").contains(raw)) {
            return Boolean.valueOf(raw);
        }
        Optional<BigDecimal> number = question.type().isNumber() ? Numerals.exact(raw) : Optional.empty();
        return number.isPresent() ? number.get() : raw;
    }
}
