package jp.readiness.answers;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;

/** Answers and numbers as people read them. */
final class Display {

    private static final Text YES = new Text("はい", "Yes");
    private static final Text NO = new Text("いいえ", "No");
    private static final Text NONE_OF_THESE = new Text("該当なし", "None of these");

    private Display() {}

    static Text of(Question question, Answer answer) {
        if (answer instanceof Answer.YesNo yesNo) {
            return yesNo.yes() ? YES : NO;
        }
        if (answer instanceof Answer.Number number) {
            return number(question, number.value());
        }
        if (answer instanceof Answer.Choice choice) {
            return label(question, choice.option());
        }
        if (answer instanceof Answer.Choices choices) {
            return labels(question, choices);
        }
        String text = ((Answer.ShortText) answer).text();
        return new Text(text, text);
    }

    /** A number with its unit: 「1,000名」, "1,000 people". */
    static Text number(Question question, BigDecimal value) {
        String digits = digits(value);
        Text unit = question.unit();
        return unit.isEmpty() ? new Text(digits, digits) : new Text(digits + unit.ja(), digits + " " + unit.en());
    }

    static String digits(BigDecimal value) {
        return new DecimalFormat("#,##0.#########", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private static Text label(Question question, String option) {
        return question.option(option).map(Option::label).orElse(new Text(option, option));
    }

    /** In the order in which the question offers them. */
    private static Text labels(Question question, Answer.Choices choices) {
        List<Text> labels = question.options().stream()
                .filter(option -> choices.options().contains(option.id()))
                .map(Option::label)
                .toList();
        return labels.isEmpty()
                ? NONE_OF_THESE
                : new Text(
                        labels.stream().map(Text::ja).collect(Collectors.joining("、")),
                        labels.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
