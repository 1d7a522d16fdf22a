package jp.readiness.screening;

import java.util.List;
import java.util.Optional;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;

/**
 * A question as the form shows it.
 *
 * @param shown what stands in the control: what was typed, ids of options, or the values for "not known" and "none"
 * @param influence what hangs on the answer; empty if nothing does
 * @param problem why what stands there is no answer
 * @param kept the answer given before, in words, where what stands there now is none
 */
record Field(
        Question question,
        List<String> shown,
        Optional<Influence.Kind> influence,
        Optional<Text> problem,
        Optional<Text> kept) {

    private static final List<Option> YES_OR_NO =
            List.of(new Option("true", new Text("はい", "Yes")), new Option("false", new Text("いいえ", "No")));

    Field {
        shown = List.copyOf(shown);
    }

    /** How the template lays it out. */
    enum Control {
        RADIOS,
        CHECKBOXES,
        NUMBER,
        TEXT
    }

    public Control control() {
        return switch (question.type()) {
            case YES_NO, CHOICE -> Control.RADIOS;
            case CHOICES -> Control.CHECKBOXES;
            case WHOLE, DECIMAL -> Control.NUMBER;
            case TEXT -> Control.TEXT;
        };
    }

    /** Anchor of the question within its page. */
    public String id() {
        return "q-" + question.id();
    }

    /** Id of the control that an error leads to. */
    public String firstControl() {
        return control() == Control.RADIOS || control() == Control.CHECKBOXES ? id() + "-0" : id() + "-in";
    }

    /** What one can choose from, "not known" and "none of these" aside. */
    public List<Option> options() {
        return question.type() == QuestionType.YES_NO ? YES_OR_NO : question.options();
    }

    public boolean isShown(String value) {
        return shown.contains(value);
    }

    /** What stands in the control of a number or a short text. */
    public String typed() {
        return shown.stream()
                .filter(value -> !AnswerReader.OPEN_VALUE.equals(value))
                .findFirst()
                .orElse("");
    }

    /** Ids of the texts that explain the control, for screen readers; empty without any. */
    public String describedBy() {
        String help = question.help().isEmpty() ? "" : id() + "-help";
        return problem.isPresent() ? (id() + "-error " + help).strip() : help;
    }
}
