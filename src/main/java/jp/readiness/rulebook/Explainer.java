package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.Condition.And;
import jp.readiness.rulebook.Condition.Leaf;
import jp.readiness.rulebook.Condition.Or;
import jp.readiness.rulebook.Operand.Amount;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.OneOf;
import jp.readiness.rulebook.Operand.OptionOf;
import jp.readiness.rulebook.Operand.TableEntry;
import jp.readiness.rulebook.Operand.Words;
import jp.readiness.rulebook.Operand.YesNo;

/** Says why a condition holds or does not, by going through our model of it with the very checks that are compiled. */
final class Explainer {

    private enum Truth {
        TRUE,
        FALSE,
        OPEN
    }

    private final Edition edition;

    Explainer(Edition edition) {
        this.edition = edition;
    }

    /** The comparisons that make it hold; empty if it does not hold. */
    List<Comparison> because(Condition condition, Facts facts) {
        List<Leaf> leaves = new ArrayList<>();
        if (truth(condition, facts) == Truth.TRUE) {
            collect(condition, facts, Truth.TRUE, leaves);
        }
        return comparisons(leaves, facts);
    }

    /** The first comparison that failed or, if none failed, those that are open; empty if it holds. */
    List<Comparison> whyNot(Condition condition, Facts facts) {
        List<Leaf> leaves = new ArrayList<>();
        Truth truth = truth(condition, facts);
        if (truth != Truth.TRUE) {
            collect(condition, facts, truth, leaves);
        }
        return comparisons(leaves, facts);
    }

    /** All its comparisons, in order. */
    List<Comparison> conditions(Condition condition, Facts facts) {
        List<Leaf> leaves = new ArrayList<>();
        condition.forEachLeaf(leaves::add);
        return comparisons(leaves, facts);
    }

    /** The comparisons that give a condition the truth it has; of an "and" that failed, only its first failed part. */
    private void collect(Condition condition, Facts facts, Truth truth, List<Leaf> leaves) {
        if (condition instanceof Leaf leaf) {
            leaves.add(leaf);
            return;
        }
        List<Condition> parts = condition instanceof And and ? and.parts() : ((Or) condition).parts();
        for (Condition part : parts) {
            if (truth(part, facts) == truth) {
                collect(part, facts, truth, leaves);
                if (condition instanceof And && truth == Truth.FALSE) {
                    return;
                }
            }
        }
    }

    private static Truth truth(Condition condition, Facts facts) {
        if (condition instanceof Leaf leaf) {
            return leaf.check().holds(facts)
                    ? Truth.TRUE
                    : leaf.check().negated().holds(facts) ? Truth.FALSE : Truth.OPEN;
        }
        boolean and = condition instanceof And;
        Truth decisive = and ? Truth.FALSE : Truth.TRUE;
        Truth truth = and ? Truth.TRUE : Truth.FALSE;
        for (Condition part : condition instanceof And all ? all.parts() : ((Or) condition).parts()) {
            Truth found = truth(part, facts);
            if (found == decisive) {
                return decisive;
            }
            truth = found == Truth.OPEN ? Truth.OPEN : truth;
        }
        return truth;
    }

    private List<Comparison> comparisons(List<Leaf> leaves, Facts facts) {
        return leaves.stream().map(leaf -> comparison(leaf, facts)).distinct().toList();
    }

    Comparison comparison(Leaf leaf, Facts facts) {
        Truth truth = truth(leaf, facts);
        Set<String> questions = new TreeSet<>();
        leaf.left()
                .forEachQuestion(
                        slot -> questions.add(edition.questions().get(slot).id()));
        leaf.right()
                .forEachQuestion(
                        slot -> questions.add(edition.questions().get(slot).id()));
        return new Comparison(
                leaf.left() instanceof Asked asked ? asked.question().id() : leaf.text(),
                questions,
                value(leaf.left(), facts),
                leaf.operator().drl(),
                value(leaf.right(), facts),
                parameter(leaf.right()),
                truth == Truth.OPEN ? Optional.empty() : Optional.of(truth == Truth.TRUE));
    }

    private static Optional<Object> value(Operand operand, Facts facts) {
        if (operand instanceof Asked asked) {
            return facts.value(asked.slot());
        }
        if (operand instanceof OneOf oneOf) {
            return Optional.of(oneOf.values().stream()
                    .flatMap(value -> value(value, facts).stream())
                    .toList());
        }
        if (operand instanceof OptionOf option) {
            return Optional.of(option.id());
        }
        if (operand instanceof YesNo yesNo) {
            return Optional.of(yesNo.yes());
        }
        if (operand instanceof Words words) {
            return Optional.of(words.text());
        }
        return operand instanceof Amount amount ? Optional.ofNullable(amount.value(facts)) : Optional.empty();
    }

    private static Optional<String> parameter(Operand operand) {
        if (operand instanceof Constant constant) {
            return constant.parameter();
        }
        return operand instanceof TableEntry entry ? Optional.of(entry.parameter()) : Optional.empty();
    }
}
