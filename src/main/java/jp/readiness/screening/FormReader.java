package jp.readiness.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Question;
import org.springframework.util.MultiValueMap;

/**
 * Reads what a page of the form sends: for each question what stands there now ({@code a.<id>}) and what stood there
 * when the page was made ({@code was.<id>}).
 *
 * <p>Only what differs between the two is a reply. So a page that lay open for an hour, or is sent twice, or comes back
 * by the back button, changes what somebody changed on it and nothing else. Example: two windows show 2 participants;
 * one saves 3; the other, sent later for a different question, still says {@code a = 2, was = 2}: 3 stays.
 */
final class FormReader {

    static final String ANSWER = "a.";
    static final String SHOWN = "was.";

    /** More than any question takes, in characters; what is longer is refused as a whole. */
    static final int LONGEST = 4_000;

    private static final Set<String> EXCLUSIVE = Set.of(AnswerReader.OPEN_VALUE, AnswerReader.NONE_VALUE);

    private final AnswerReader answers = new AnswerReader();

    /** The replies to these questions, in their order. Whatever else the form sent is left aside. */
    Map<String, Reply> read(List<Question> questions, MultiValueMap<String, String> form) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        for (Question question : questions) {
            List<String> sent = values(form, ANSWER + question.id());
            List<String> shown = values(form, SHOWN + question.id());
            if (!new HashSet<>(sent).equals(new HashSet<>(shown))) {
                replies.put(question.id(), reply(question, meant(sent, shown)));
            }
        }
        return replies;
    }

    private Reply reply(Question question, List<String> sent) {
        AnswerReader.Read read = answers.typed(question, sent);
        if (read.problem().isPresent()) {
            return new Reply.Unread(sent);
        }
        Optional<Reply> given = read.answer().map(Reply.Given::new);
        return given.orElseGet(() -> sent.isEmpty() ? new Reply.Blank() : new Reply.Unsure());
    }

    /**
     * 「まだ分からない」 and "none of these" exclude everything else; without a script a page lets one tick them beside
     * another answer. Then what was added last counts: a number typed although 「まだ分からない」 was ticked before, or the
     * other way round. Where both were added the whole is left as it is, for the reader to object to.
     */
    private static List<String> meant(List<String> sent, List<String> shown) {
        List<String> added = new ArrayList<>(sent);
        added.removeAll(shown);
        List<String> exclusive = added.stream().filter(EXCLUSIVE::contains).toList();
        if (added.size() == 1 && exclusive.size() == 1) {
            return exclusive;
        }
        return added.isEmpty() || !exclusive.isEmpty()
                ? sent
                : sent.stream().filter(value -> !EXCLUSIVE.contains(value)).toList();
    }

    private static List<String> values(MultiValueMap<String, String> form, String name) {
        Collection<String> values = form.getOrDefault(name, List.of());
        if (values.stream().mapToInt(String::length).sum() > LONGEST) {
            throw new TooLong();
        }
        return values.stream()
                .filter(value -> !value.isBlank())
                .map(value -> value.replace("\r\n", "\n"))
                .toList();
    }
}
