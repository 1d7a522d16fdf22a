package jp.readiness.answers;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a JSON-like value for one question, strictly: option ids, no labels; true and false, no words for them. */
final class JsonValue {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Question question;

    JsonValue(Question question) {
        this.question = question;
    }

    Read read(@Nullable Object value) {
        if (value == null) {
            return Read.OPEN;
        }
        return switch (question.type()) {
            case YES_NO -> yesNo(value);
            case WHOLE, DECIMAL -> number(value);
            case CHOICE -> choice(value);
            case CHOICES -> choices(value);
            case TEXT -> text(value);
        };
    }

    private static Read yesNo(Object value) {
        return value instanceof Boolean yes
                ? Read.of(new Answer.YesNo(yes))
                : wrongType(value, new Text("true か false ", "true or false"));
    }

    private Read number(Object value) {
        Text wanted = new Text("数", "a number");
        if (value instanceof Number number) {
            return Numbers.exact(number)
                    .map(exact -> Numbers.read(question, exact))
                    .orElseGet(() -> wrongType(value, wanted));
        }
        return value instanceof String typed && !typed.isBlank() && typed.length() <= 100
                ? new NumberWords(question).read(typed)
                : wrongType(value, wanted);
    }

    private Read choice(Object value) {
        if (!(value instanceof String option)) {
            return wrongType(value, new Text("選択肢のID(文字列)", "the id of an option, as a string"));
        }
        return question.option(option).isPresent() ? Read.of(new Answer.Choice(option)) : unknownOption(option);
    }

    private Read choices(Object value) {
        if (!(value instanceof Collection<?> list)) {
            return wrongType(value, new Text("選択肢のIDのリスト", "a list of option ids"));
        }
        Set<String> options = new TreeSet<>();
        for (Object item : list) {
            Read read = item == null ? wrongType("null", new Text("選択肢のID", "the id of an option")) : choice(item);
            if (read.problem().isPresent()) {
                return read;
            }
            read.answer().map(answer -> ((Answer.Choice) answer).option()).ifPresent(options::add);
        }
        return Read.of(new Answer.Choices(options));
    }

    private Read text(Object value) {
        if (!(value instanceof String text)) {
            return wrongType(value, new Text("文字列", "a string"));
        }
        return text.isBlank() ? Read.OPEN : ShortTexts.read(question, text);
    }

    private Read unknownOption(String option) {
        return new Options(question).unknownId(option);
    }

    private static Read wrongType(Object value, Text wanted) {
        boolean nested = value instanceof Map || value instanceof Collection;
        String shown = Typed.shown(nested ? JSON.writeValueAsString(value) : value.toString());
        return Read.problem(new Text(
                wanted.ja() + "で答えてください(入力:" + shown + ")。",
                "Please answer with " + wanted.en() + " (you gave: " + shown + ")."));
    }
}
