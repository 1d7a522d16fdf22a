package jp.readiness.rulebook;

import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.OneOf;
import jp.readiness.rulebook.Operand.OptionOf;
import jp.readiness.rulebook.Operand.Words;
import jp.readiness.rulebook.Operand.YesNo;

/** What a side of a comparison is, in words for the author. */
final class Describe {

    private Describe() {}

    static Text term(Term term) {
        if (term instanceof Asked asked) {
            return question(asked.question());
        }
        if (term instanceof OptionOf option) {
            return named("選択肢", "the option", option.name());
        }
        if (term instanceof Words words) {
            return named("文字列", "the text", words.text());
        }
        if (term instanceof YesNo yesNo) {
            return named("はい・いいえの値", "the yes/no value", String.valueOf(yesNo.yes()));
        }
        if (term instanceof OneOf) {
            return new Text("値の一覧", "a list of values");
        }
        return term instanceof Condition ? new Text("条件", "a condition") : new Text("数", "a number");
    }

    private static Text question(Question question) {
        Text type = switch (question.type()) {
            case YES_NO -> new Text("はい・いいえの質問", "the yes/no question");
            case WHOLE, DECIMAL -> new Text("数の質問", "the number question");
            case CHOICE -> new Text("一つを選ぶ質問", "the choice question");
            case CHOICES -> new Text("いくつでも選べる質問", "the several-choice question");
            case TEXT -> new Text("短い文の質問", "the text question");
        };
        return named(type.ja(), type.en(), question.id());
    }

    private static Text named(String ja, String en, String name) {
        return new Text(ja + "「" + name + "」", en + " \"" + name + "\"");
    }
}
