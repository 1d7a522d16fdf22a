package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * When a rule fires: comparisons joined by "and" and "or". There is no "not": it is pushed down to the comparisons, whose
 * guard stays, so that {@code !( x < 2 )} becomes {@code x >= 2}, which an open x does not satisfy.
 *
 * <p>Every declared fact has exactly one instance; so patterns are joined by "and", {@code exists} says nothing new, and a
 * binding stands for the question it is bound to.
 */
sealed interface Condition extends Term {

    /** Holds always. */
    Condition ALWAYS = new And(List.of());

    /** Holds never. */
    Condition NEVER = new Or(List.of());

    record And(List<Condition> parts) implements Condition {}

    record Or(List<Condition> parts) implements Condition {}

    /**
     * One comparison.
     *
     * @param text the left side as the author wrote it
     * @param offset where it begins in the author's text
     */
    record Leaf(Operand left, Operator operator, Operand right, Check check, String text, int offset)
            implements Condition {

        /** The opposite; of a yes/no question {@code == false} rather than {@code != true}. */
        private Leaf opposite() {
            return right instanceof Operand.YesNo literal
                    ? new Leaf(left, operator, new Operand.YesNo(!literal.yes()), check.negated(), text, offset)
                    : new Leaf(left, operator.negated(), right, check.negated(), text, offset);
        }
    }

    static Condition all(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof And and ? and.parts : List.of(part)));
        if (flat.contains(NEVER)) {
            return NEVER;
        }
        return flat.size() == 1 ? flat.get(0) : new And(List.copyOf(flat));
    }

    static Condition any(List<Condition> parts) {
        List<Condition> flat = new ArrayList<>();
        parts.forEach(part -> flat.addAll(part instanceof Or or ? or.parts : List.of(part)));
        if (flat.contains(ALWAYS)) {
            return ALWAYS;
        }
        return flat.size() == 1 ? flat.get(0) : new Or(List.copyOf(flat));
    }

    default Condition negated() {
        if (this instanceof And and) {
            return any(and.parts.stream().map(Condition::negated).toList());
        }
        if (this instanceof Or or) {
            return all(or.parts.stream().map(Condition::negated).toList());
        }
        return ((Leaf) this).opposite();
    }

    default void forEachLeaf(Consumer<Leaf> action) {
        if (this instanceof And and) {
            and.parts.forEach(part -> part.forEachLeaf(action));
        } else if (this instanceof Or or) {
            or.parts.forEach(part -> part.forEachLeaf(action));
        } else {
            action.accept((Leaf) this);
        }
    }

    /** Whether it holds, by the very checks that are compiled. */
    default boolean holds(Facts facts) {
        if (this instanceof And and) {
            return and.parts.stream().allMatch(part -> part.holds(facts));
        }
        if (this instanceof Or or) {
            return or.parts.stream().anyMatch(part -> part.holds(facts));
        }
        return ((Leaf) this).check.holds(facts);
    }

    /** The formula in canonical DRL. */
    default String drl() {
        if (this instanceof And and) {
            return and.parts.stream().map(Condition::drl).collect(Collectors.joining(" && ", "(", ")"));
        }
        if (this instanceof Or or) {
            return or.parts.stream().map(Condition::drl).collect(Collectors.joining(" || ", "(", ")"));
        }
        return ((Leaf) this).check.drl();
    }
}
