package jp.readiness.screening;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answers;

/**
 * A stored answer sheet, as it is in the database: what its values mean is said by the edition.
 *
 * @param programme id; {@link #NO_PROGRAMME} while none is chosen
 * @param edition id of the edition in force when it was begun
 * @param values question id → JSON-like value, as {@code AnswerReader.values} gives them
 * @param unsure ids of the questions answered with 「まだ分からない」
 * @param unread question id → what was typed there last and could not be read as an answer; {@code values} still has
 *     the answer given before, if any
 * @param revision grows with every change
 */
record Sheet(
        UUID id,
        String programme,
        String edition,
        Map<String, Object> values,
        Set<String> unsure,
        Map<String, List<String>> unread,
        Instant createdAt,
        Instant updatedAt,
        long revision) {

    /** Stands for programme and edition until one is chosen. */
    static final String NO_PROGRAMME = "";

    Sheet {
        values = Map.copyOf(values);
        unsure = Set.copyOf(unsure);
        unread = Map.copyOf(unread);
    }

    /** This sheet after these replies; questions without a reply stay as they are. */
    Sheet with(Map<String, Reply> replies, Instant now) {
        Map<String, Object> newValues = new TreeMap<>(values);
        Set<String> newUnsure = new HashSet<>(unsure);
        Map<String, List<String>> newUnread = new TreeMap<>(unread);
        replies.forEach((question, reply) -> {
            if (reply instanceof Reply.Unread typed) {
                newUnread.put(question, typed.typed());
                return;
            }
            newValues.remove(question);
            newUnsure.remove(question);
            newUnread.remove(question);
            if (reply instanceof Reply.Given given) {
                newValues.putAll(AnswerReader.values(Answers.NONE.with(question, given.answer())));
            } else if (reply instanceof Reply.Unsure) {
                newUnsure.add(question);
            }
        });
        return new Sheet(id, programme, edition, newValues, newUnsure, newUnread, createdAt, now, revision + 1);
    }
}
