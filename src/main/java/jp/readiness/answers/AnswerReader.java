package jp.readiness.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * The front door of the package: what people type and machines send, read as answers, and answers shown again.
 *
 * <p>People may type {@code ３名}, {@code 1,000}, {@code はい}, {@code ○} or an option's label in either language; machines
 * send JSON-like values, read strictly. Both lead to the same {@link Answer}, and neither can make one that does not fit
 * its question. Safe for many threads.
 */
public final class AnswerReader {

    /** What a form sends for "I don't know yet". */
    public static final String OPEN_VALUE = "?";

    /** What a form sends for "none of these" of a question with several choices. */
    public static final String NONE_VALUE = "-none-";

    /**
     * What came of one value: an answer, nothing (left open), or a problem in words. At most one of the two is present.
     */
    public record Read(Optional<Answer> answer, Optional<Text> problem) {
        static final Read OPEN = new Read(Optional.empty(), Optional.empty());

        static Read of(Answer answer) {
            return new Read(Optional.of(answer), Optional.empty());
        }

        static Read problem(Text words) {
            return new Read(Optional.empty(), Optional.of(words));
        }
    }

    /** What came of a whole sheet: the good answers, and the problems by the key they came under, in that order. */
    public record Sheet(Answers answers, Map<String, Text> problems) {
        public Sheet {
            problems = Collections.unmodifiableMap(new LinkedHashMap<>(problems));
        }
    }

    /**
     * Reads what a person typed or ticked for one question.
     *
     * @param values what came under the question's name; none, blank, {@link #OPEN_VALUE} or a word such as 未定 is open
     */
    public Read typed(Question question, Collection<String> values) {
        return new Typed(question).read(values);
    }

    /** Reads a JSON-like value: Boolean, Number, String, List of String, or null for open. */
    public Read value(Question question, @Nullable Object value) {
        return new JsonValue(question).read(value);
    }

    /** Reads a JSON-like object, question id → value; a key that is no question is a problem. */
    public Sheet sheet(List<Question> questions, Map<String, ? extends @Nullable Object> values) {
        Map<String, Question> byId = questions.stream().collect(Collectors.toMap(Question::id, Function.identity()));
        Map<String, Answer> answers = new TreeMap<>();
        Map<String, Text> problems = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            Question question = byId.get(key);
            Read read = question == null ? unknown(key, byId) : value(question, value);
            read.answer().ifPresent(answer -> answers.put(key, answer));
            read.problem().ifPresent(problem -> problems.put(key, problem));
        });
        return new Sheet(new Answers(answers), problems);
    }

    private static Read unknown(String key, Map<String, Question> known) {
        Text maybe = Suggestion.maybe(key, known.keySet());
        String shown = Typed.shown(key);
        return Read.problem(new Text(
                "「" + shown + "」という質問はありません。" + maybe.ja(),
                ("There is no question `" + shown + "`. " + maybe.en()).strip()));
    }

    /**
     * The JSON-like values of a sheet, ready to be written; the inverse of {@link #sheet}. Numbers are Long where they
     * are whole, else BigDecimal; several choices are a list of option ids.
     */
    public static Map<String, Object> values(Answers answers) {
        Map<String, Object> values = new LinkedHashMap<>();
        answers.byQuestion().forEach((question, answer) -> values.put(question, value(answer)));
        return Collections.unmodifiableMap(values);
    }

    /** The JSON-like value of one answer. */
    public static Object value(Answer answer) {
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes();
        }
        if (answer instanceof Answer.Number number) {
            boolean isLong = number.value().scale() == 0
                    && number.value().unscaledValue().bitLength() < Long.SIZE;
            return isLong ? (Object) number.value().longValueExact() : number.value();
        }
        if (answer instanceof Answer.Choice choice) {
            return choice.option();
        }
        if (answer instanceof Answer.Choices choices) {
            return List.copyOf(new ArrayList<>(choices.options()));
        }
        return ((Answer.ShortText) answer).text();
    }

    /** An answer as people read it: 「2名」, an option's label, はい, several labels joined by 、. */
    public static Text display(Question question, Answer answer) {
        return Display.of(question, answer);
    }
}
