package jp.readiness.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;

/**
 * Two lists of answer sheets as a JSON document: {@code {"left": [{"applicant": "…", "answers": {…}}, …], "right": […]}}.
 *
 * @param problems by field, such as {@code left[3].answers.participants}, in the order of the document; {@code ""} for
 *     the document as a whole
 */
public record ListsDocument(List<Sheet> left, List<Sheet> right, Map<String, Text> problems) {

    /** Longest document in bytes; what is longer is refused unread. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final String LEFT = "left";
    private static final String RIGHT = "right";
    private static final int MOST_PROBLEMS = 100;

    /** @param applicant as typed; empty without one */
    public record Sheet(Optional<String> applicant, Answers answers) {}

    public ListsDocument {
        left = List.copyOf(left);
        right = List.copyOf(right);
        Map<String, Text> first = new LinkedHashMap<>();
        problems.entrySet().stream().limit(MOST_PROBLEMS).forEach(e -> first.put(e.getKey(), e.getValue()));
        problems = java.util.Collections.unmodifiableMap(first);
    }

    /** Reads a document; what is wrong with it is said in its problems, all at once. */
    public static ListsDocument read(byte[] json, List<Question> left, List<Question> right) {
        if (json.length > MAX_BYTES) {
            return refused(tooLarge());
        }
        JsonObject object = JsonObject.read(json);
        return object.problem()
                .map(ListsDocument::refused)
                .orElseGet(() -> new Reader(object.fields()).read(left, right));
    }

    /** What is said of a document longer than {@link #MAX_BYTES}. */
    public static Text tooLarge() {
        return new Text(
                "内容が大きすぎます。2つの一覧は合わせて %dメガバイトまでです。".formatted(MAX_BYTES >> 20),
                "This is too large: the two lists take %d megabytes at most.".formatted(MAX_BYTES >> 20));
    }

    private static ListsDocument refused(Text problem) {
        return new ListsDocument(List.of(), List.of(), Map.of("", problem));
    }

    private static final class Reader {

        private final Map<?, ?> fields;
        private final Map<String, Text> problems = new LinkedHashMap<>();

        Reader(Map<?, ?> fields) {
            this.fields = fields;
        }

        ListsDocument read(List<Question> left, List<Question> right) {
            List<Sheet> lefts = sheets(LEFT, left);
            List<Sheet> rights = sheets(RIGHT, right);
            fields.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !key.equals(LEFT) && !key.equals(RIGHT))
                    .forEach(key -> problems.put(
                            key,
                            new Text(
                                    "この項目は使えません。使えるのは left と right です。",
                                    "This field is not known; there are left and right.")));
            return new ListsDocument(lefts, rights, problems);
        }

        private List<Sheet> sheets(String side, List<Question> questions) {
            if (!(fields.get(side) instanceof List<?> list)) {
                problems.put(
                        side,
                        new Text(
                                side + " には回答のリストを入れてください。例: [{\"applicant\": \"…\", \"answers\": {}}]",
                                side
                                        + " must be a list of answer sheets, such as [{\"applicant\": \"…\", \"answers\": {}}]."));
                return List.of();
            }
            List<Sheet> sheets = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                String place = side + "[" + i + "]";
                AnswerDocument document = AnswerDocument.of(list.get(i), questions);
                document.problems()
                        .forEach((field, problem) ->
                                problems.put(field.isEmpty() ? place : place + "." + field, problem));
                sheets.add(new Sheet(document.applicant(), document.answers()));
            }
            return sheets;
        }
    }
}
