package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.jspecify.annotations.Nullable;

/** Of every class of answers the one nearest to a given answer: for {@code participants < 2} and 50 the answers 1, 2, 50. */
final class Nearest {

    private Nearest() {}

    /**
     * At each cut, and between the cuts as near to the present number as can be.
     *
     * @return in ascending order; the present number is among them
     */
    static List<BigDecimal> numbers(Question question, SortedSet<BigDecimal> cuts, @Nullable BigDecimal present) {
        SortedSet<BigDecimal> numbers = new TreeSet<>();
        BigDecimal from = NumberCuts.lowest(question);
        BigDecimal near = present == null ? from : present;
        for (BigDecimal cut : cuts) {
            add(question, near, from, before(question, cut).min(NumberCuts.highest(question)), numbers);
            if (NumberCuts.fits(question, cut)) {
                numbers.add(cut);
            }
            from = from.max(after(question, cut));
        }
        add(question, near, from, NumberCuts.highest(question), numbers);
        return List.copyOf(numbers);
    }

    private static BigDecimal before(Question question, BigDecimal cut) {
        return cut.setScale(digits(question), RoundingMode.CEILING).subtract(step(question));
    }

    private static BigDecimal after(Question question, BigDecimal cut) {
        return cut.setScale(digits(question), RoundingMode.FLOOR).add(step(question));
    }

    private static int digits(Question question) {
        return question.type() == QuestionType.WHOLE ? 0 : NumberCuts.DECIMAL_DIGITS;
    }

    private static BigDecimal step(Question question) {
        return BigDecimal.ONE.movePointLeft(digits(question));
    }

    /** Adds the number between two inclusive ends that is nearest, if there is any. */
    private static void add(
            Question question, BigDecimal near, BigDecimal from, BigDecimal to, SortedSet<BigDecimal> numbers) {
        if (from.compareTo(to) <= 0) {
            boolean inside = near.compareTo(from) >= 0 && near.compareTo(to) <= 0;
            numbers.add(inside ? near : round(from, to, near.compareTo(from) < 0));
        }
    }

    /** The first or last number between the ends with as few decimals as fit there: from 3.500000001 on it is 4. */
    private static BigDecimal round(BigDecimal from, BigDecimal to, boolean first) {
        for (int digits = 0; digits < NumberCuts.DECIMAL_DIGITS; digits++) {
            BigDecimal number =
                    first ? from.setScale(digits, RoundingMode.CEILING) : to.setScale(digits, RoundingMode.FLOOR);
            if (number.compareTo(from) >= 0 && number.compareTo(to) <= 0) {
                return number;
            }
        }
        return first ? from : to;
    }

    /** The options mentioned, and of the others the one nearest in the question's order. */
    static List<Answer> choices(Question question, BitSet mentioned, int present) {
        int above = mentioned.nextClearBit(present);
        int below = mentioned.previousClearBit(present);
        boolean aboveIsNearer = below < 0 || (above < question.options().size() && above - present < present - below);
        int other = aboveIsNearer ? above : below;
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            if (mentioned.get(i) || i == other) {
                answers.add(new Answer.Choice(question.options().get(i).id()));
            }
        }
        return answers;
    }

    /** Every subset of the options mentioned; the others, which make no difference, stay as they are. */
    static List<Answer> subsets(Question question, BitSet mentioned, Set<String> present) {
        Set<String> kept = new TreeSet<>(present);
        List<String> varied = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            if (mentioned.get(i)) {
                varied.add(question.options().get(i).id());
            }
        }
        kept.removeAll(varied);
        List<Set<String>> subsets = new ArrayList<>(List.of(kept));
        for (String option : varied) {
            for (Set<String> subset : List.copyOf(subsets)) {
                Set<String> larger = new TreeSet<>(subset);
                larger.add(option);
                subsets.add(larger);
            }
        }
        return subsets.stream().<Answer>map(Answer.Choices::new).toList();
    }
}
