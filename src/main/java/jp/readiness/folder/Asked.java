package jp.readiness.folder;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Question;

/**
 * The questions that an edition asks, for the parts that name them. A question that has an error of its own is known but
 * broken: what refers to it is not reported a second time.
 */
final class Asked {

    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Set<String> broken = new HashSet<>();
    private boolean allKnown = true;

    void add(Question question, boolean isBroken) {
        questions.put(question.id(), question);
        if (isBroken) {
            addBroken(question.id());
        }
    }

    void addBroken(String id) {
        broken.add(id);
    }

    /** Since the questions could not be read, no name of a question is wrong. */
    void acceptAll() {
        allKnown = false;
    }

    /** The question that a value names; empty if it is unknown, which is reported, or broken. */
    Optional<Question> named(Value name) {
        return name.reference(Reference.QUESTION, allKnown ? Optional.of(known()) : Optional.empty())
                .flatMap(this::sound);
    }

    /** The question that a key names; empty if it is unknown, which is reported, or broken. */
    Optional<Question> named(Entry entry) {
        Set<String> known = known();
        if (allKnown && !known.contains(entry.key())) {
            entry.valueAtKey().unknown(Reference.QUESTION, entry.key(), known);
        }
        return sound(entry.key());
    }

    List<Question> all() {
        return List.copyOf(questions.values());
    }

    private Set<String> known() {
        Set<String> known = new LinkedHashSet<>(questions.keySet());
        known.addAll(broken);
        return known;
    }

    private Optional<Question> sound(String id) {
        return Optional.ofNullable(questions.get(id)).filter(question -> !broken.contains(id));
    }
}
