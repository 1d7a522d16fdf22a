package jp.readiness.advice;

import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import jp.readiness.rulebook.AnswerClasses;
import jp.readiness.rulebook.Facts;
import jp.readiness.rulebook.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * Remembers one thing for each {@linkplain AnswerClasses class of sheets} that some rules can tell apart. Threads share it
 * without locks: what is remembered is the same whoever worked it out.
 */
final class ByClass<T> {

    /** So that what is remembered of an edition stays within some tens of megabytes. */
    private static final int MOST_CLASSES = 1 << 14;

    private final AnswerClasses classes;
    private final AtomicReferenceArray<@Nullable T> known;

    private ByClass(AnswerClasses classes) {
        this.classes = classes;
        this.known = new AtomicReferenceArray<>(classes.size());
    }

    /** @return empty if the sheets have too many classes, or none that are the same whatever the sheet */
    static <T> Optional<ByClass<T>> of(RuleBook ruleBook, BitSet rules) {
        return ruleBook.classes(rules, MOST_CLASSES).map(ByClass::new);
    }

    T get(Facts facts, Supplier<T> workOut) {
        int number = classes.of(facts);
        T found = known.getAcquire(number);
        if (found == null) {
            found = workOut.get();
            known.setRelease(number, found);
        }
        return found;
    }
}
