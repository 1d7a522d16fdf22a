package jp.readiness.rulebook;

import java.util.Objects;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Parameter;
import jp.readiness.rulebook.Condition.And;
import jp.readiness.rulebook.Condition.Leaf;
import jp.readiness.rulebook.Condition.Or;
import jp.readiness.rulebook.ConstantPool.Constants;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.Computed;
import jp.readiness.rulebook.Operand.Constant;
import jp.readiness.rulebook.Operand.OneOf;
import jp.readiness.rulebook.Operand.OptionOf;
import jp.readiness.rulebook.Operand.TableEntry;
import jp.readiness.rulebook.Operand.Words;
import jp.readiness.rulebook.Operand.YesNo;
import jp.readiness.rulebook.Quantity.Operation;

/** Gives our model of a rule to others, with the values that the parameters have and without what only compiling needs. */
final class Formulas {

    private final Edition edition;
    private final Constants constants;

    Formulas(Edition edition, Constants constants) {
        this.edition = edition;
        this.constants = constants;
    }

    Formula of(Condition condition) {
        if (condition instanceof And and) {
            return new Formula.All(and.parts().stream().map(this::of).toList());
        }
        if (condition instanceof Or or) {
            return new Formula.Any(or.parts().stream().map(this::of).toList());
        }
        Leaf leaf = (Leaf) condition;
        return new Formula.Compared(of(leaf.left()), leaf.operator().drl(), of(leaf.right()));
    }

    Conclusion of(Call call) {
        return new Conclusion(call.finding(), call.amount().map(this::of));
    }

    private Quantity of(Operand operand) {
        if (operand instanceof Asked asked) {
            return new Quantity.OfQuestion(asked.question());
        } else if (operand instanceof Constant constant) {
            return new Quantity.OfNumber(
                    new Answer.Number(constants.numbers[constant.index()]).value(),
                    constant.parameter().map(this::parameter));
        } else if (operand instanceof TableEntry entry) {
            return new Quantity.OfTable(
                    parameter(entry.parameter()), entry.key().question());
        } else if (operand instanceof Computed computed) {
            return new Quantity.Calculated(
                    Operation.valueOf(computed.how().name()), of(computed.left()), of(computed.right()));
        } else if (operand instanceof OptionOf option) {
            return new Quantity.OfOption(option.question().question().options().get(option.index()));
        } else if (operand instanceof YesNo yesNo) {
            return new Quantity.OfYesNo(yesNo.yes());
        } else if (operand instanceof Words words) {
            return new Quantity.OfText(words.text());
        } else if (operand instanceof OneOf oneOf) {
            return new Quantity.OfSeveral(oneOf.values().stream().map(this::of).toList());
        }
        return new Quantity.Nothing();
    }

    private Parameter parameter(String id) {
        return Objects.requireNonNull(edition.parameters().get(id), id);
    }
}
