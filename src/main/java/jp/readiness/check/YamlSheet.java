package jp.readiness.check;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;

/** Answers in one line of YAML, as in scenarios: {@code { participants: 1, tools: [EXCEL] }}. */
final class YamlSheet {

    private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)\\p{L}[\\p{L}\\p{N}_-]*");

    private YamlSheet() {}

    /** In the order of the edition's questions. */
    static String of(Edition edition, Answers answers) {
        return edition.questions().stream()
                .flatMap(question -> answers.get(question.id()).stream().map(a -> question.id() + ": " + value(a)))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), all -> all.isEmpty() ? "{}" : "{ " + all + " }"));
    }

    static String value(Answer answer) {
        if (answer instanceof Answer.YesNo yesNo) {
            return String.valueOf(yesNo.yes());
        } else if (answer instanceof Answer.Number number) {
            return number.value().toPlainString();
        } else if (answer instanceof Answer.Choice choice) {
            return scalar(choice.option());
        } else if (answer instanceof Answer.Choices choices) {
            return choices.options().stream().map(YamlSheet::scalar).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(((Answer.ShortText) answer).text());
    }

    /** A text as YAML reads it back, quoted where it must be. */
    static String scalar(String text) {
        return PLAIN.matcher(text).matches() ? text : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(
                        c == '"' || c == '\\'
                                ? "\\" + (char) c
                                : Character.isISOControl(c) ? "\\u%04x".formatted(c) : Character.toString(c)));
        return quoted.append('"').toString();
    }
}
