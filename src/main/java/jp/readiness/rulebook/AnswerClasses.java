package jp.readiness.rulebook;

import java.util.ArrayList;
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

    /** @param facts of the rule book that made these classes */
    public int of(Facts facts) {
        int[] codes = facts.codes();
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
    static Optional<AnswerClasses> of(@Nullable AnswerCodes[] codes, List<RuleModel> rules, Facts open, int most) {
        List<Leaf> leaves = new ArrayList<>();
        rules.forEach(rule -> rule.condition().forEachLeaf(leaves::add));
        BitSet questions = new BitSet();
        leaves.forEach(leaf -> questions.or(Witnesses.slots(leaf)));
        return of(codes, questions, most, (question, own) -> classes(question, own, leaves, open));
    }

    /** No two answers to these questions alike. */
    static Optional<AnswerClasses> ofEach(@Nullable AnswerCodes[] codes, BitSet questions, int most) {
        return of(codes, questions, most, (question, own) -> each(own));
    }

    /** The class of every answer to a question. */
    private interface Classifier {
        int[] classes(int question, AnswerCodes codes);
    }

    private static Optional<AnswerClasses> of(
            @Nullable AnswerCodes[] codes, BitSet questions, int most, Classifier classifier) {
        int[] read = questions.stream().toArray();
        int[][] parts = new int[read.length][];
        long size = 1;
        for (int i = 0; i < read.length && size <= most; i++) {
            AnswerCodes own = codes[read[i]];
            if (own == null) {
                return Optional.empty();
            }
            int[] classes = classifier.classes(read[i], own);
            int stride = (int) size;
            parts[i] = Arrays.stream(classes).map(number -> number * stride).toArray();
            size *= Arrays.stream(classes).max().orElseThrow() + 1;
        }
        return size > most ? Optional.empty() : Optional.of(new AnswerClasses(read, parts, (int) size));
    }

    private static int[] each(AnswerCodes codes) {
        return IntStream.rangeClosed(0, codes.examples().size()).toArray();
    }

    /**
     * The class of every answer. Answers are alike if each comparison is as true for one as for the other; where one looks
     * at another question too, no two are taken to be alike. No answer is like none.
     */
    private static int[] classes(int question, AnswerCodes codes, List<Leaf> leaves, Facts open) {
        List<Leaf> own = leaves.stream()
                .filter(leaf -> Witnesses.slots(leaf).get(question))
                .toList();
        int[] classes = each(codes);
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
