package jp.readiness.answers;

import java.nio.charset.StandardCharsets;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

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

    private static final int MAX_DEPTH = 10;
    private static final int MAX_STRING = 20_000;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_NAME = 200;

    private static final ObjectReader JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(MAX_DIGITS)
                            .maxNameLength(MAX_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(Object.class);

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
        try {
            @Nullable Object value = JSON.readValue(json);
            return value instanceof Map<?, ?> object ? new Fields(object, questions).document() : refused(noObject());
        } catch (StreamConstraintsException e) {
            return refused(beyondBounds());
        } catch (JacksonException e) {
            return refused(noJson(e.getLocation(), json));
        }
    }

    /** What is said of a document longer than {@link #MAX_BYTES}. */
    public static Text tooLarge() {
        return new Text(
                "内容が大きすぎます。回答は %dキロバイトまでです。".formatted(MAX_BYTES / 1024),
                "This is too large: answers take %d kilobytes at most.".formatted(MAX_BYTES / 1024));
    }

    private static Text beyondBounds() {
        return new Text(
                "長すぎる部分があります。文字列は%,d文字、名前は%d文字、数は%d桁、入れ子は%d段までです。"
                        .formatted(MAX_STRING, MAX_NAME, MAX_DIGITS, MAX_DEPTH),
                "Something in it is too long: a string takes %,d characters at most, a name %d, a number %d digits, nesting %d levels."
                        .formatted(MAX_STRING, MAX_NAME, MAX_DIGITS, MAX_DEPTH));
    }

    private static AnswerDocument refused(Text problem) {
        return new AnswerDocument(Optional.empty(), Answers.NONE, Map.of("", problem));
    }

    private static Text noObject() {
        String example = "{\"answers\": {\"…\": …}}";
        return new Text("JSONのオブジェクトにしてください。例: " + example, "This must be a JSON object, such as " + example + ".");
    }

    private static Text noJson(TokenStreamLocation place, byte[] json) {
        int line = place.getLineNr();
        int column = place.getByteOffset() < 0 ? place.getColumnNr() : column(place, json);
        return new Text(
                "JSONとして読めません（%d行目、%d文字目の付近）。括弧、引用符、コンマ、同じ名前の重複を確かめてください。".formatted(line, column),
                "This is not valid JSON, near line %d, column %d. Check brackets, quotes, commas and repeated names."
                        .formatted(line, column));
    }

    /** In characters, where the parser counts bytes. */
    private static int column(TokenStreamLocation place, byte[] json) {
        int length = Math.min((int) place.getByteOffset(), json.length);
        String before = new String(json, 0, length, StandardCharsets.UTF_8);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return line.codePointCount(0, line.length()) + 1;
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
