package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Condition.Leaf;
import jp.readiness.rulebook.ConstantPool.Constants;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.TableEntry;
import org.jspecify.annotations.Nullable;

/**
 * The numbers at which what rules say about a number question may change.
 *
 * <p>A comparison with a constant, a parameter or a table cuts at its numbers. A <em>mixed</em> comparison (two number
 * questions, or a calculation) cuts where its sides meet: for some answers to its other questions (their own cuts, bounds
 * and neighbours, at most 64 combinations) that point is found by halving. This finds every meeting point of sides that
 * meet once, such as {@code a < b} and {@code 2 * a + b < 10}, but not all those of {@code a * a < 10 * a - 21}.
 */
final class NumberCuts {

    private static final int MOST_COMBINATIONS = 64;
    private static final int MOST_MIXED_CUTS = 64;
    static final int DECIMAL_DIGITS = 9; // that answers may have

    private final List<Question> questions;
    private final Constants constants;
    private final IntFunction<List<Leaf>> plainLeaves;

    /** @param plainLeaves by slot, the comparisons of a question that are not mixed */
    NumberCuts(List<Question> questions, Constants constants, IntFunction<List<Leaf>> plainLeaves) {
        this.questions = questions;
        this.constants = constants;
        this.plainLeaves = plainLeaves;
    }

    /** Whether numbers are compared by more than one question against constants. */
    static boolean isMixed(Leaf leaf) {
        return leaf.check() instanceof Check.Exactly exactly
                && !(exactly.left() instanceof Asked
                        && (exactly.right() instanceof Constant || exactly.right() instanceof TableEntry));
    }

    SortedSet<BigDecimal> of(int slot, List<Leaf> leaves) {
        SortedSet<BigDecimal> cuts = new TreeSet<>();
        leaves.forEach(leaf -> plain(leaf.check(), cuts));
        mixed(slot, leaves, Facts.of(questions, constants, Answers.NONE), cuts);
        return cuts;
    }

    /** The same, and where the sides of mixed comparisons meet while the other questions keep the answers of a sheet. */
    SortedSet<BigDecimal> of(int slot, List<Leaf> leaves, Facts sheet) {
        SortedSet<BigDecimal> cuts = of(slot, leaves);
        SortedSet<BigDecimal> onSheet = new TreeSet<>();
        mixed(slot, leaves, sheet, onSheet);
        cuts.addAll(onSheet);
        return cuts;
    }

    private void plain(Check check, SortedSet<BigDecimal> cuts) {
        if (check instanceof Check.Whole whole) {
            cuts.add(constants.numbers[whole.constant()]);
        } else if (check instanceof Check.Several several) {
            several.checks().forEach(part -> plain(part, cuts));
        } else if (check instanceof Check.Exactly exactly && exactly.left() instanceof Asked) {
            if (exactly.right() instanceof Constant constant) {
                cuts.add(constants.numbers[constant.index()]);
            } else if (exactly.right() instanceof TableEntry entry) {
                cuts.addAll(Arrays.asList(constants.tables[entry.index()]));
            }
        }
    }

    private void mixed(int slot, List<Leaf> leaves, Facts sheet, SortedSet<BigDecimal> cuts) {
        for (Leaf leaf : leaves) {
            if (isMixed(leaf) && cuts.size() < MOST_MIXED_CUTS) {
                mixed(slot, leaf, sheet, cuts);
            }
        }
    }

    private void mixed(int slot, Leaf leaf, Facts sheet, SortedSet<BigDecimal> cuts) {
        BitSet others = Witnesses.slots(leaf);
        others.clear(slot);
        for (Facts facts : combinations(others, sheet)) {
            BigDecimal meeting = meeting(slot, (Check.Exactly) leaf.check(), facts);
            if (meeting != null) {
                cuts.add(meeting);
            }
        }
    }

    /** The sheet with those of the given questions that are open answered in every way that may matter, up to the bound. */
    private List<Facts> combinations(BitSet others, Facts sheet) {
        List<Facts> combinations = new ArrayList<>(List.of(sheet));
        for (int other : others.stream().filter(sheet::isOpen).toArray()) {
            List<Answer> answers = answers(other);
            List<Facts> more = new ArrayList<>();
            for (Facts facts : combinations) {
                answers.forEach(answer -> more.add(facts.with(other, answer)));
            }
            combinations = more.subList(0, Math.min(more.size(), MOST_COMBINATIONS));
        }
        return combinations;
    }

    private List<Answer> answers(int slot) {
        Question question = questions.get(slot);
        if (!question.type().isNumber()) {
            return question.options().stream()
                    .map(Option::id)
                    .<Answer>map(Answer.Choice::new)
                    .toList();
        }
        SortedSet<BigDecimal> cuts = new TreeSet<>();
        plainLeaves.apply(slot).forEach(leaf -> plain(leaf.check(), cuts));
        SortedSet<BigDecimal> numbers = new TreeSet<>(between(question, cuts));
        numbers.add(lowest(question));
        numbers.add(highest(question));
        return numbers.stream().<Answer>map(Answer.Number::new).toList();
    }

    /** The first answer at or after which left − right has another sign than at the lower bound; null if there is none. */
    private @Nullable BigDecimal meeting(int slot, Check.Exactly check, Facts facts) {
        Question question = questions.get(slot);
        BigDecimal low = lowest(question);
        BigDecimal high = highest(question);
        int before = sign(slot, check, facts, low);
        if (before == sign(slot, check, facts, high)) {
            return null;
        }
        BigDecimal step =
                question.type() == QuestionType.WHOLE ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(DECIMAL_DIGITS);
        while (high.subtract(low).compareTo(step) > 0) {
            BigDecimal middle = rounded(question, low.add(high).divide(BigDecimal.valueOf(2)), RoundingMode.FLOOR);
            if (sign(slot, check, facts, middle) == before) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static int sign(int slot, Check.Exactly check, Facts facts, BigDecimal answer) {
        Facts answered = facts.with(slot, new Answer.Number(answer));
        BigDecimal left = check.left().value(answered);
        BigDecimal right = check.right().value(answered);
        return left == null || right == null ? 2 : left.compareTo(right);
    }

    /** One number below, at, between and above the cuts, as far as the question's bounds allow, in ascending order. */
    static List<BigDecimal> between(Question question, SortedSet<BigDecimal> cuts) {
        SortedSet<BigDecimal> inside = new TreeSet<>(cuts);
        inside.removeIf(cut -> cut.compareTo(lowest(question)) < 0 || cut.compareTo(highest(question)) > 0);
        List<BigDecimal> edges = new ArrayList<>(List.of(lowest(question).subtract(BigDecimal.ONE)));
        edges.addAll(inside);
        edges.add(highest(question).add(BigDecimal.ONE));
        SortedSet<BigDecimal> numbers = new TreeSet<>(inside);
        for (int i = 1; i < edges.size(); i++) {
            numbers.add(inGap(question, edges.get(i - 1), edges.get(i), i == edges.size() - 1));
        }
        numbers.removeIf(number -> !fits(question, number));
        return List.copyOf(numbers);
    }

    /** A number between two edges: next to a cut for whole numbers, in the middle or on the bound for decimals. */
    private static BigDecimal inGap(Question question, BigDecimal from, BigDecimal to, boolean last) {
        if (question.type() == QuestionType.WHOLE) {
            return last
                    ? from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                    : to.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
        }
        BigDecimal low = from.max(lowest(question));
        BigDecimal high = to.min(highest(question));
        return rounded(question, low.add(high).divide(BigDecimal.valueOf(2)), RoundingMode.HALF_EVEN);
    }

    static boolean fits(Question question, BigDecimal number) {
        return number.compareTo(lowest(question)) >= 0
                && number.compareTo(highest(question)) <= 0
                && rounded(question, number, RoundingMode.FLOOR).compareTo(number) == 0;
    }

    private static BigDecimal rounded(Question question, BigDecimal number, RoundingMode mode) {
        return number.setScale(question.type() == QuestionType.WHOLE ? 0 : DECIMAL_DIGITS, mode);
    }

    static BigDecimal lowest(Question question) {
        return question.min().orElseThrow();
    }

    static BigDecimal highest(Question question) {
        return question.max().orElseThrow();
    }
}
