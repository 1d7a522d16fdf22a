package jp.readiness.rulebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.rulebook.Operand.Asked;

/** The names beginning with {@code $} that are known at one point of a rule. */
final class Scope {

    private final Map<String, Asked> questions = new HashMap<>();
    private final Map<String, String> facts = new HashMap<>();

    /** What is declared inside {@code not}, {@code exists} and the branches of an {@code or} is not known outside. */
    Scope inner() {
        Scope inner = new Scope();
        inner.questions.putAll(questions);
        inner.facts.putAll(facts);
        return inner;
    }

    /** @return false if the name is taken */
    boolean bind(String name, Asked question) {
        return !facts.containsKey(name) && questions.putIfAbsent(name, question) == null;
    }

    /**
     * @param fact name of the answer sheet
     * @return false if the name is taken
     */
    boolean bindFact(String name, String fact) {
        return !questions.containsKey(name) && facts.putIfAbsent(name, fact) == null;
    }

    Optional<Asked> question(String name) {
        return Optional.ofNullable(questions.get(name));
    }

    /** The answer sheet that a name stands for. */
    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    Set<String> names() {
        Set<String> names = new HashSet<>(questions.keySet());
        names.addAll(facts.keySet());
        return names;
    }
}
