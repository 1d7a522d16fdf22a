package jp.readiness.programme;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An answer sheet: question id → answer, sorted by id. A question that is not there is open. Immutable.
 *
 * <p>The answers fit their questions: whoever makes an {@code Answers} from outside input goes through the reader of
 * this package, which checks type, bounds and options.
 */
public record Answers(SortedMap<String, Answer> byQuestion) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers(Map<String, Answer> byQuestion) {
        this(new TreeMap<>(byQuestion));
    }

    public Answers {
        byQuestion = Collections.unmodifiableSortedMap(new TreeMap<>(byQuestion));
    }

    public Optional<Answer> get(String question) {
        return Optional.ofNullable(byQuestion.get(question));
    }

    public boolean isOpen(String question) {
        return !byQuestion.containsKey(question);
    }

    /** This sheet with one more answer, or with that answer replaced. */
    public Answers with(String question, Answer answer) {
        TreeMap<String, Answer> changed = new TreeMap<>(byQuestion);
        changed.put(question, answer);
        return new Answers(changed);
    }

    /** This sheet with that question open. */
    public Answers without(String question) {
        TreeMap<String, Answer> changed = new TreeMap<>(byQuestion);
        changed.remove(question);
        return new Answers(changed);
    }
}
