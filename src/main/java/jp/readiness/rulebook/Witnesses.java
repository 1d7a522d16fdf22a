package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.rulebook.Condition.Leaf;
import jp.readiness.rulebook.ConstantPool.Constants;
import org.jspecify.annotations.Nullable;

/**
 * One answer out of every class of answers that rules cannot tell apart: for {@code participants < 2} the answers 1, 2
 * and 3 stand for all.
 *
 * <p>Exact for comparisons with constants, parameters and tables. Where a rule compares two number questions or computes,
 * see {@link NumberCuts}; where it matches a pattern, the texts that it compares with are tried, and one other.
 */
final class Witnesses {

    private static final List<Answer> YES_OR_NO = List.of(new Answer.YesNo(false), new Answer.YesNo(true));

    private final Edition edition;
    private final List<RuleModel> models;
    private final Constants constants;

    Witnesses(Edition edition, List<RuleModel> models, Constants constants) {
        this.edition = edition;
        this.models = models;
        this.constants = constants;
    }

    /** @return in ascending order; never empty */
    List<Answer> of(int slot, BitSet rules) {
        Question question = edition.questions().get(slot);
        List<Leaf> leaves = leaves(slot, rules);
        return switch (question.type()) {
            case YES_NO -> YES_OR_NO;
            case WHOLE, DECIMAL ->
                numbers(NumberCuts.between(question, cuts(rules).of(slot, leaves)));
            case CHOICE -> choices(question, mentioned(slot, leaves));
            case CHOICES -> Nearest.subsets(question, mentioned(slot, leaves), Set.of());
            case TEXT -> texts(leaves);
        };
    }

    /** The same, but where a rule compares two questions or computes, with a sheet's answers to the other questions. */
    List<Answer> of(int slot, BitSet rules, Facts sheet) {
        Question question = edition.questions().get(slot);
        return question.type().isNumber()
                ? numbers(NumberCuts.between(question, cuts(rules).of(slot, leaves(slot, rules), sheet)))
                : of(slot, rules);
    }

    /**
     * Of every class the answer nearest to that of the sheet.
     *
     * @return empty for a question that is open on the sheet, and for short text
     */
    List<Answer> nearest(int slot, BitSet rules, Facts sheet) {
        if (sheet.isOpen(slot)) {
            return List.of();
        }
        Question question = edition.questions().get(slot);
        List<Leaf> leaves = leaves(slot, rules);
        return switch (question.type()) {
            case YES_NO -> YES_OR_NO;
            case WHOLE, DECIMAL ->
                numbers(Nearest.numbers(question, cuts(rules).of(slot, leaves, sheet), sheet.asked(slot)));
            case CHOICE -> Nearest.choices(question, mentioned(slot, leaves), sheet.option(slot));
            case CHOICES -> Nearest.subsets(question, mentioned(slot, leaves), sheet.chosen(slot));
            case TEXT -> List.of();
        };
    }

    /**
     * By question: how the comparisons of these rules tell its answers apart. Null for short texts, and for questions that
     * the rules do not read.
     */
    @Nullable
    AnswerCodes[] codes(BitSet rules) {
        AnswerCodes[] codes = new AnswerCodes[edition.questions().size()];
        for (int slot = 0; slot < codes.length; slot++) {
            Question question = edition.questions().get(slot);
            List<Leaf> leaves = leaves(slot, rules);
            if (!leaves.isEmpty() && question.type() != QuestionType.TEXT) {
                codes[slot] = AnswerCodes.of(question, cuts(rules).of(slot, leaves), mentioned(slot, leaves));
            }
        }
        return codes;
    }

    private List<Leaf> leaves(int slot, BitSet rules) {
        List<Leaf> leaves = new ArrayList<>();
        forEachLeaf(rules, leaf -> {
            if (slots(leaf).get(slot)) {
                leaves.add(leaf);
            }
        });
        return leaves;
    }

    /** Whether the witnesses of all questions together show everything that the rules can do. */
    boolean exact(BitSet rules) {
        boolean[] exact = {true};
        forEachLeaf(rules, leaf -> exact[0] &= isExact(leaf));
        return exact[0];
    }

    static boolean isExact(Leaf leaf) {
        return !NumberCuts.isMixed(leaf) && !(leaf.check() instanceof Check.Fits);
    }

    private void forEachLeaf(BitSet rules, Consumer<Leaf> action) {
        rules.stream().forEach(rule -> models.get(rule).condition().forEachLeaf(action));
    }

    static BitSet slots(Leaf leaf) {
        BitSet slots = new BitSet();
        leaf.left().forEachQuestion(slots::set);
        leaf.right().forEachQuestion(slots::set);
        return slots;
    }

    private NumberCuts cuts(BitSet rules) {
        return new NumberCuts(
                edition.questions(),
                constants,
                other -> leaves(other, rules).stream()
                        .filter(leaf -> !NumberCuts.isMixed(leaf))
                        .toList());
    }

    private static List<Answer> numbers(Collection<BigDecimal> numbers) {
        return numbers.stream().<Answer>map(Answer.Number::new).toList();
    }

    /** Indexes of the options that some comparison singles out. */
    private static BitSet mentioned(int slot, List<Leaf> leaves) {
        BitSet options = new BitSet();
        leaves.forEach(leaf -> mention(slot, leaf.check(), options));
        return options;
    }

    private static void mention(int slot, Check check, BitSet options) {
        if (check instanceof Check.Is is) {
            options.set(is.option());
        } else if (check instanceof Check.Has has) {
            options.set(has.option());
        } else if (check instanceof Check.Several several) {
            several.checks().forEach(part -> mention(slot, part, options));
        } else if (!(check instanceof Check.Answered)) {
            options.set(
                    0, Long.SIZE * 16); // compared with another question, or the key of a table: every option counts
        }
    }

    /** The options mentioned, and the first of the others for all of them. */
    private static List<Answer> choices(Question question, BitSet mentioned) {
        int other = mentioned.nextClearBit(0);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < question.options().size(); i++) {
            if (mentioned.get(i) || i == other) {
                answers.add(new Answer.Choice(question.options().get(i).id()));
            }
        }
        return answers;
    }

    private static List<Answer> texts(List<Leaf> leaves) {
        Set<String> texts = new TreeSet<>();
        leaves.forEach(leaf -> words(leaf.right(), texts));
        String other = "-";
        while (texts.contains(other)) {
            other += "-";
        }
        texts.add(other);
        return texts.stream().<Answer>map(Answer.ShortText::new).toList();
    }

    /** Texts compared with, and of a pattern its letters and digits. */
    private static void words(Operand operand, Set<String> texts) {
        if (operand instanceof Operand.OneOf oneOf) {
            oneOf.values().forEach(value -> words(value, texts));
        } else if (operand instanceof Operand.Words words) {
            texts.add(words.text().replaceAll("[\\\\.*+?^$|()\\[\\]]", ""));
            texts.add(words.text());
        }
    }
}
