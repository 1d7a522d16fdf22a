package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the answers to one question from 1 on, so that the comparisons it was made for cannot tell answers of one number
 * apart: for {@code participants < 2} the answers 0 and 1 have one number and 3 another. 0 is no answer.
 */
final class AnswerCodes {

    static final int OPEN = 0;

    /** Up to so many values, a table gives the number of each; beyond, it is searched for. */
    private static final long LARGEST_TABLE = 4096;

    /** No answer reaches a number that does not fit a slot. */
    private static final BigDecimal FARTHEST_CUT = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final long[] NONE = {};

    private final List<Answer> examples;
    private final long lowest;
    private final int[] byValue;
    private final long[] starts;
    private final BigDecimal[] cuts;

    /**
     * @param examples one answer of each number
     * @param lowest slot of the first entry of {@code byValue}
     * @param starts of whole numbers: the least of each number
     * @param cuts of decimals: every one stands alone, and between two of them all are alike
     */
    private AnswerCodes(List<Answer> examples, long lowest, int[] byValue, long[] starts, BigDecimal[] cuts) {
        this.examples = List.copyOf(examples);
        this.lowest = lowest;
        this.byValue = byValue;
        this.starts = starts;
        this.cuts = cuts;
    }

    /**
     * @param cuts of a number question: the numbers that it is compared with
     * @param mentioned of a question with options: those that a comparison singles out
     */
    static AnswerCodes of(Question question, SortedSet<BigDecimal> cuts, BitSet mentioned) {
        return switch (question.type()) {
            case YES_NO -> options(List.of(new Answer.YesNo(false), new Answer.YesNo(true)));
            case CHOICE ->
                options(question.options().stream()
                        .<Answer>map(option -> new Answer.Choice(option.id()))
                        .toList());
            case CHOICES -> several(question, mentioned);
            case WHOLE -> whole(question, cuts);
            case DECIMAL -> decimal(cuts);
            case TEXT -> throw new IllegalArgumentException("texts are not numbered");
        };
    }

    private static AnswerCodes options(List<Answer> answers) {
        int[] codes = new int[answers.size()];
        Arrays.setAll(codes, option -> option + 1);
        return new AnswerCodes(answers, 0, codes, NONE, new BigDecimal[0]);
    }

    /** A set of options has the number of the mentioned ones among it. */
    private static AnswerCodes several(Question question, BitSet mentioned) {
        int[] codes = new int[1 << question.options().size()];
        List<Answer> examples = new ArrayList<>();
        for (int chosen = 0; chosen < codes.length; chosen++) {
            BitSet options = BitSet.valueOf(new long[] {chosen});
            options.and(mentioned);
            int seen = options.isEmpty() ? 0 : (int) options.toLongArray()[0];
            if (seen == chosen) {
                examples.add(new Answer.Choices(new TreeSet<>(Slots.options(question, chosen))));
            }
            codes[chosen] = seen == chosen ? examples.size() : codes[seen];
        }
        return new AnswerCodes(examples, 0, codes, NONE, new BigDecimal[0]);
    }

    /** At, above and below every cut; 2.5 only parts 2 from 3. */
    private static AnswerCodes whole(Question question, SortedSet<BigDecimal> cuts) {
        TreeSet<Long> starts = new TreeSet<>(List.of(-Long.MAX_VALUE));
        for (BigDecimal cut : cuts) {
            if (cut.abs().compareTo(FARTHEST_CUT) < 0) {
                starts.add(cut.setScale(0, RoundingMode.CEILING).longValueExact());
                starts.add(cut.setScale(0, RoundingMode.FLOOR).longValueExact() + 1);
            }
        }
        long[] from = starts.stream().mapToLong(Long::longValue).toArray();
        List<Answer> examples = starts.stream().<Answer>map(Answer.Number::of).toList();
        long lowest =
                question.min().orElseThrow().setScale(0, RoundingMode.CEILING).longValueExact();
        long highest =
                question.max().orElseThrow().setScale(0, RoundingMode.FLOOR).longValueExact();
        int[] codes = new int[highest - lowest < LARGEST_TABLE ? (int) (highest - lowest + 1) : 0];
        Arrays.setAll(codes, value -> search(from, lowest + value));
        return new AnswerCodes(examples, lowest, codes, from, new BigDecimal[0]);
    }

    private static AnswerCodes decimal(SortedSet<BigDecimal> cuts) {
        List<BigDecimal> edges = List.copyOf(cuts);
        List<Answer> examples = new ArrayList<>();
        for (int cut = 0; cut <= edges.size(); cut++) {
            BigDecimal above = cut == edges.size() ? null : edges.get(cut);
            examples.add(new Answer.Number(between(cut == 0 ? null : edges.get(cut - 1), above)));
            if (above != null) {
                examples.add(new Answer.Number(above));
            }
        }
        return new AnswerCodes(examples, 1, new int[0], NONE, edges.toArray(BigDecimal[]::new));
    }

    private static BigDecimal between(@Nullable BigDecimal below, @Nullable BigDecimal above) {
        if (below == null) {
            return above == null ? BigDecimal.ZERO : above.subtract(BigDecimal.ONE);
        }
        return above == null ? below.add(BigDecimal.ONE) : below.add(above).divide(BigDecimal.valueOf(2));
    }

    /** One answer of each number, that of 1 first. */
    List<Answer> examples() {
        return examples;
    }

    /** The number of the answer that a sheet gives. */
    int of(long slot, @Nullable Object object) {
        if (slot == Facts.OPEN) {
            return OPEN;
        }
        long value = slot - lowest;
        if (value >= 0 && value < byValue.length) {
            return byValue[(int) value];
        }
        return object instanceof BigDecimal decimal ? search(cuts, decimal) : search(starts, slot);
    }

    private static int search(long[] starts, long value) {
        int found = Arrays.binarySearch(starts, value);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static int search(BigDecimal[] cuts, BigDecimal value) {
        int found = Arrays.binarySearch(cuts, value);
        return found >= 0 ? 2 * found + 2 : 2 * (-found - 1) + 1;
    }
}
