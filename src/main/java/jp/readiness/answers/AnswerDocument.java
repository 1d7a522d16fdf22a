package jp.readiness.answers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * An answer sheet as a JSON document, the way the command line and the API take it: {@code {"applicant": "…", "answers":
 * {"participants": 1}}}.
 *
 * @param applicant as typed; empty without one
 * @param answers the good ones
 * @param problems by field, such as {@code answers.participants}, in the order of the document; {@code ""} for the
 *     document as a whole
 */
public record AnswerDocument(Optional<String> applicant, Answers answers, Map<String, Text> problems) {

    /** Longest document in bytes; what is longer is refused unread. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Longest applicant's name in characters. */
    public static final int MAX_APPLICANT = 200;

    private static final String APPLICANT = "applicant";
    private static final String ANSWERS = "answers";

    /** A sheet of many thousand wrong fields is told of the first of them only. */
    private static final int MOST_PROBLEMS = 100;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    public AnswerDocument {
        Map<String, Text> first = new LinkedHashMap<>();
        problems.entrySet().stream().limit(MOST_PROBLEMS).forEach(e -> first.put(e.getKey(), e.getValue()));
        problems = Collections.unmodifiableMap(first);
    }

    /** Reads a document; what is wrong with it is said in its problems, all at once. */
    public static AnswerDocument read(byte[] json, List<Question> questions) {
        if (json.length > MAX_BYTES) {
            return refused(tooLarge());
        }
        return of(JsonObject.read(json), questions);
    }

    /** @param value as JSON was read */
    static AnswerDocument of(@Nullable Object value, List<Question> questions) {
        return of(JsonObject.of(value), questions);
    }

    private static AnswerDocument of(JsonObject object, List<Question> questions) {
        return object.problem()
                .map(AnswerDocument::refused)
                .orElseGet(() -> new Fields(object.fields(), questions).document());
    }

    /** What is said of a document longer than {@link #MAX_BYTES}. */
    public static Text tooLarge() {
        return new Text(
                "内容が大きすぎます。回答は %dキロバイトまでです。".formatted(MAX_BYTES / 1024),
                "This is too large: answers take %d kilobytes at most.".formatted(MAX_BYTES / 1024));
    }

    private static AnswerDocument refused(Text problem) {
        return new AnswerDocument(Optional.empty(), Answers.NONE, Map.of("", problem));
    }

    /** The fields of the object that a document is. */
    private static final class Fields {

        private final Map<?, ?> object;
        private final List<Question> questions;
        private final Map<String, Text> problems = new LinkedHashMap<>();

        Fields(Map<?, ?> object, List<Question> questions) {
            this.object = object;
            this.questions = questions;
        }

        AnswerDocument document() {
            Optional<String> applicant = applicant(object.get(APPLICANT));
            Answers answers = answers(object.get(ANSWERS));
            object.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !key.equals(APPLICANT) && !key.equals(ANSWERS))
                    .forEach(key -> problems.put(key, unknown(key)));
            return new AnswerDocument(applicant, answers, problems);
        }

        private Optional<String> applicant(@Nullable Object value) {
            if (value == null) {
                return Optional.empty();
            }
            if (!(value instanceof String name)
                    || name.codePointCount(0, name.length()) > MAX_APPLICANT
                    || UNPRINTABLE.matcher(name).find()) {
                problems.put(APPLICANT, badApplicant());
                return Optional.empty();
            }
            return Optional.of(name).filter(n -> !n.isBlank());
        }

        @SuppressWarnings("unchecked") // the keys of a JSON object are strings
        private Answers answers(@Nullable Object value) {
            if (!(value instanceof Map<?, ?> values)) {
                problems.put(ANSWERS, value == null ? missingAnswers() : badAnswers());
                return Answers.NONE;
            }
            AnswerReader.Sheet sheet = new AnswerReader().sheet(questions, (Map<String, @Nullable Object>) values);
            sheet.problems().forEach((key, problem) -> problems.put(ANSWERS + "." + key, problem));
            return sheet.answers();
        }

        private static Text unknown(String key) {
            Text maybe = Suggestion.maybe(key, List.of(APPLICANT, ANSWERS));
            return new Text(
                    "この項目は使えません。使えるのは applicant と answers です。" + maybe.ja(),
                    ("This field is not known; there are applicant and answers. " + maybe.en()).strip());
        }

        private static Text badApplicant() {
            return new Text(
                    "名前は%d文字以内の1行の文字列にしてください。".formatted(MAX_APPLICANT),
                    "The name must be a string of one line and at most %d characters.".formatted(MAX_APPLICANT));
        }

        private static Text missingAnswers() {
            return new Text(
                    "answers がありません。何も答えないときは {} にしてください。", "answers is missing; where nothing is answered, write {}.");
        }

        private static Text badAnswers() {
            return new Text(
                    "answers は、質問のIDと答えを並べたオブジェクトにしてください。", "answers must be an object of question ids and answers.");
        }
    }
}
