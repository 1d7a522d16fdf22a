package jp.readiness.rulebook;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.readiness.rulebook.Condition.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the answer sheets from 0 on, so that some rules cannot tell sheets of one number apart, whatever is still open
 * on them: for a rule that says {@code participants < 2, hasData} there are nine, {no answer, below 2, 2 or more} times
 * {no answer, no, yes}. Whatever rests on these rules alone need be worked out once for each number.
 */
public final class AnswerClasses {

    private final int[] questions;

    /** By question and by number of its answer: what it adds to the number of the sheet. */
    private final int[][] parts;

    private final int size;

    private AnswerClasses(int[] questions, int[][] parts, int size) {
        this.questions = questions;
        this.parts = parts;
        this.size = size;
    }

    /** How many numbers there are. */
    public int size() {
        return size;
    }

    /** @param codes of the sheet's answers, by question */
    public int of(int[] codes) {
        int number = 0;
        for (int i = 0; i < questions.length; i++) {
            number += parts[i][codes[questions[i]]];
        }
        return number;
    }

    /**
     * @param codes by question; null for those whose answers are not numbered
     * @param open facts without an answer
     * @return empty if there are more than {@code most} or if answers are not numbered
     */
    static Optional<AnswerClasses> of(@Nullable AnswerCodes[] codes, List<Leaf> leaves, Facts open, int most) {
        int[] questions = questions(leaves).toArray();
        int[][] parts = new int[questions.length][];
        long size = 1;
        for (int i = 0; i < questions.length && size <= most; i++) {
            AnswerCodes own = codes[questions[i]];
            if (own == null) {
                return Optional.empty();
            }
            int[] classes = classes(questions[i], own, leaves, open);
            int stride = (int) size;
            parts[i] = Arrays.stream(classes).map(number -> number * stride).toArray();
            size *= Arrays.stream(classes).max().orElseThrow() + 1;
        }
        return size > most ? Optional.empty() : Optional.of(new AnswerClasses(questions, parts, (int) size));
    }

    private static IntStream questions(List<Leaf> leaves) {
        BitSet questions = new BitSet();
        leaves.forEach(leaf -> questions.or(Witnesses.slots(leaf)));
        return questions.stream();
    }

    /**
     * The class of every answer. Answers are alike if each comparison is as true for one as for the other; where one looks
     * at another question too, no two are taken to be alike. No answer is like none.
     */
    private static int[] classes(int question, AnswerCodes codes, List<Leaf> leaves, Facts open) {
        List<Leaf> own = leaves.stream()
                .filter(leaf -> Witnesses.slots(leaf).get(question))
                .toList();
        int[] classes = IntStream.rangeClosed(0, codes.examples().size()).toArray();
        if (own.stream().anyMatch(leaf -> Witnesses.slots(leaf).cardinality() > 1)) {
            return classes;
        }
        Map<BitSet, Integer> known = new HashMap<>();
        for (int code = 1; code < classes.length; code++) {
            Facts facts = open.with(question, codes.examples().get(code - 1));
            BitSet truths = new BitSet();
            IntStream.range(0, own.size())
                    .filter(leaf -> own.get(leaf).check().holds(facts))
                    .forEach(truths::set);
            classes[code] = known.computeIfAbsent(truths, look -> known.size() + 1);
        }
        return classes;
    }
}
