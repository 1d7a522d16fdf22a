package jp.readiness.wording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.readiness.programme.Parameter;
import jp.readiness.rulebook.Quantity;
import jp.readiness.rulebook.Quantity.Calculated;
import jp.readiness.rulebook.Quantity.OfNumber;
import jp.readiness.rulebook.Quantity.OfOption;
import jp.readiness.rulebook.Quantity.OfQuestion;
import jp.readiness.rulebook.Quantity.OfSeveral;
import jp.readiness.rulebook.Quantity.OfTable;
import jp.readiness.rulebook.Quantity.OfText;
import jp.readiness.rulebook.Quantity.OfYesNo;
import jp.readiness.rulebook.Quantity.Operation;

/** Says one side of a comparison: a question by its label, a number with its parameter's name, an option by its label. */
record QuantityWords(Words words) {

    /** @param unit of a number that has none of its own; may be empty */
    String say(Quantity quantity, String unit) {
        if (quantity instanceof OfQuestion asked) {
            return phrase("question", words.in(asked.question().label()));
        } else if (quantity instanceof OfNumber number) {
            return number(number, unit);
        } else if (quantity instanceof OfTable table) {
            return table(table);
        } else if (quantity instanceof OfOption option) {
            return phrase("value", words.in(option.option().label()));
        } else if (quantity instanceof OfYesNo yesNo) {
            return phrase("value", words.say(yesNo.yes() ? "yes" : "no"));
        } else if (quantity instanceof OfText text) {
            return phrase("value", text.text());
        } else if (quantity instanceof OfSeveral several) {
            return several(several.values(), unit);
        } else if (quantity instanceof Calculated calculated) {
            return calculated(calculated, unit);
        }
        return "";
    }

    private String number(OfNumber number, String unit) {
        return number.parameter()
                .map(parameter -> phrase(
                        "parameter",
                        words.in(parameter.label()),
                        new ValueWords(words).number(number.value(), words.in(parameter.unit()))))
                .orElseGet(() -> new ValueWords(words).number(number.value(), unit));
    }

    /** A table is read with all its numbers: it is what the policy says. */
    private String table(OfTable table) {
        Parameter parameter = table.parameter();
        List<String> entries = table.key().options().stream()
                .flatMap(option -> Optional.ofNullable(parameter.table().get(option.id()))
                        .map(value -> phrase(
                                "table.entry",
                                words.in(option.label()),
                                new ValueWords(words).number(value, words.in(parameter.unit()))))
                        .stream())
                .toList();
        return phrase("table", words.in(parameter.label()), words.in(table.key().label()), words.listed(entries));
    }

    private String several(List<Quantity> values, String unit) {
        return words.joined("sentence.quantity.several", values.stream().map(value -> say(value, unit)));
    }

    /** Calculations inside calculations stand in brackets, unless they are all sums or all products. */
    private String calculated(Calculated calculated, String unit) {
        Operation operation = calculated.operation();
        return phrase(
                operation.name().toLowerCase(Locale.ROOT),
                part(calculated.left(), operation, true, unit),
                part(calculated.right(), operation, false, unit));
    }

    private String part(Quantity part, Operation around, boolean first, String unit) {
        // within a product a bare number is a factor and has no unit
        String said = say(part, around == Operation.TIMES || around == Operation.OVER ? "" : unit);
        boolean named = around == Operation.MIN || around == Operation.MAX;
        boolean plain = !(part instanceof Calculated inner)
                || named
                || inner.operation() == Operation.MIN
                || inner.operation() == Operation.MAX
                || inner.operation() == around && (first || around == Operation.PLUS || around == Operation.TIMES);
        return plain ? said : phrase("brackets", said);
    }

    private String phrase(String key, Object... arguments) {
        return words.say("sentence.quantity." + key, arguments);
    }
}
