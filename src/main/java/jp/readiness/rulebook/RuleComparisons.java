package jp.readiness.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.Condition.Leaf;
import jp.readiness.rulebook.ConstantPool.Constants;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Computed;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.OneOf;
import jp.readiness.rulebook.Operand.OptionOf;
import jp.readiness.rulebook.Operand.TableEntry;
import jp.readiness.rulebook.Operand.Words;
import jp.readiness.rulebook.Operand.YesNo;

/** Makes comparisons of our model readable, with the values that the parameters have. */
final class RuleComparisons {

    private final Edition edition;
    private final Constants constants;

    RuleComparisons(Edition edition, Constants constants) {
        this.edition = edition;
        this.constants = constants;
    }

    RuleComparison of(Leaf leaf) {
        Set<String> questions = new TreeSet<>();
        Witnesses.slots(leaf).stream()
                .forEach(slot -> questions.add(edition.questions().get(slot).id()));
        boolean direct =
                leaf.left() instanceof Asked && !(leaf.right() instanceof Asked || leaf.right() instanceof Computed);
        return new RuleComparison(
                text(leaf),
                questions,
                direct ? Optional.of(((Asked) leaf.left()).question().id()) : Optional.empty(),
                leaf.operator().drl(),
                thresholds(leaf.right()),
                Witnesses.isExact(leaf));
    }

    private String text(Leaf leaf) {
        String left = leaf.left() instanceof Asked asked ? asked.question().id() : leaf.text();
        return (left + " " + leaf.operator().drl() + " " + text(leaf.right())).trim();
    }

    private String text(Operand operand) {
        if (operand instanceof Asked asked) {
            return asked.question().id();
        } else if (operand instanceof TableEntry entry) {
            return entry.parameter() + "( " + entry.key().question().id() + " )";
        } else if (operand instanceof Words words) {
            return "\"" + words.text() + "\"";
        } else if (operand instanceof OneOf oneOf) {
            return oneOf.values().stream().map(this::text).collect(Collectors.joining(", ", "( ", " )"));
        } else if (operand instanceof Computed) {
            return "…";
        }
        return thresholds(operand).stream().map(Object::toString).collect(Collectors.joining());
    }

    private List<Object> thresholds(Operand operand) {
        if (operand instanceof Constant constant) {
            return List.of(new Answer.Number(constants.numbers[constant.index()]).value());
        } else if (operand instanceof TableEntry entry) {
            return Arrays.stream(constants.tables[entry.index()])
                    .<Object>map(number -> new Answer.Number(number).value())
                    .distinct()
                    .toList();
        } else if (operand instanceof OptionOf option) {
            return List.of(option.id());
        } else if (operand instanceof YesNo yesNo) {
            return List.of(yesNo.yes());
        } else if (operand instanceof Words words) {
            return List.of(words.text());
        }
        List<Object> several = new ArrayList<>();
        if (operand instanceof OneOf oneOf) {
            oneOf.values().forEach(value -> several.addAll(thresholds(value)));
        }
        return several;
    }
}
