package jp.readiness.rulebook;

import static jp.readiness.rulebook.Complaint.error;
import static jp.readiness.rulebook.Complaint.maybe;
import static jp.readiness.rulebook.Complaint.shorten;

import jp.readiness.programme.Option;
import jp.readiness.programme.Problem.Severity;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.Operand.Asked;
import jp.readiness.rulebook.Operand.OptionOf;

/** What we say to authors about values that do not go together. */
final class TypeComplaints {

    private static final Text CONDITIONS = new Text(
            "使えるのは質問・選択肢・Parameters の比較(== != < <= > >= in contains memberOf matches)、&& || !、" + "四則計算、min、max です。",
            "Permitted are comparisons of questions, options and Parameters (== != < <= > >= in contains memberOf matches),"
                    + " && || !, + - * /, min and max.");

    private TypeComplaints() {}

    static Complaint mismatch(Operand left, Operator operator, Operand right) {
        Text a = Describe.term(left);
        Text b = Describe.term(right);
        return error(
                "TYPE_MISMATCH",
                a.ja() + "と" + b.ja() + "は「" + operator.drl() + "」で比べられません。",
                "\"" + operator.drl() + "\" cannot compare " + a.en() + " with " + b.en() + ".",
                comparable(left, right));
    }

    /** How a question of that type is compared. */
    private static Text comparable(Operand left, Operand right) {
        if (!(left instanceof Asked asked)) {
            return CONDITIONS;
        }
        Question question = asked.question();
        if (right instanceof Asked other
                && question.type().hasOptions()
                && other.question().type().hasOptions()) {
            return twoQuestions(question, other.question());
        }
        if (question.type() == QuestionType.CHOICES) {
            return maybe(question.id() + " contains " + option(question, right));
        }
        if (question.type() == QuestionType.CHOICE) {
            return maybe(question.id() + " == " + option(question, right));
        }
        return switch (question.type()) {
            case YES_NO -> maybe(question.id() + " == true");
            case TEXT -> maybe(question.id() + " == \"…\"");
            default -> new Text("数どうしで比べてください。", "Compare it with a number.");
        };
    }

    /** Two questions are compared by the ids of their options. */
    private static Text twoQuestions(Question one, Question other) {
        boolean shared =
                one.options().stream().anyMatch(o -> other.option(o.id()).isPresent());
        if (!shared) {
            return new Text(
                    "共通する選択肢がありません(" + options(one) + " と " + options(other) + ")。",
                    "They have no option in common (" + options(one) + " and " + options(other) + ").");
        }
        String operator = one.type() == other.type()
                ? one.type() == QuestionType.CHOICES ? "overlaps" : "=="
                : one.type() == QuestionType.CHOICES ? "contains" : "memberOf";
        return maybe(one.id() + " " + operator + " " + other.id());
    }

    private static String options(Question question) {
        return String.join(", ", question.options().stream().map(Option::id).toList());
    }

    static Complaint optionsNotShared(Question one, Question other) {
        return new Complaint(
                Severity.WARNING,
                "OPTIONS_NOT_SHARED",
                new Text(
                        "「" + one.id() + "」と「" + other.id() + "」は、それぞれ相手にない選択肢を持っています(" + lacking(one, other) + " と "
                                + lacking(other, one) + ")。",
                        "\"" + one.id() + "\" and \"" + other.id() + "\" each have options that the other lacks ("
                                + lacking(one, other) + " and " + lacking(other, one) + ")."),
                new Text(
                        "同じ意味の選択肢には、両方で同じIDを付けてください。ないものどうしは、合わないものとして扱われます。",
                        "Give options of one meaning the same id on both sides; those without a partner never meet."));
    }

    private static String lacking(Question one, Question other) {
        return String.join(
                ", ",
                one.options().stream()
                        .map(Option::id)
                        .filter(id -> other.option(id).isEmpty())
                        .toList());
    }

    private static String option(Question question, Operand meant) {
        String typed = meant instanceof Operand.Words words
                ? words.text()
                : meant instanceof OptionOf option ? option.id() : "";
        String first =
                question.options().isEmpty() ? "…" : question.options().get(0).id();
        return question.enumName()
                + "."
                + Suggestion.closest(
                                typed,
                                question.options().stream().map(Option::id).toList())
                        .orElse(first);
    }

    static Complaint noCondition(Text what) {
        return error(
                "TYPE_MISMATCH",
                what.ja() + "だけでは条件になりません。",
                "By itself, " + what.en() + " is no condition.",
                new Text("何かと比べてください。例: == や <", "Compare it with something, by == or < for example."));
    }

    static Complaint noNumber(Text what) {
        return error(
                "TYPE_MISMATCH",
                what.ja() + "では計算できません。",
                "One cannot calculate with " + what.en() + ".",
                new Text("数の質問か Parameters を使ってください。", "Use number questions or Parameters."));
    }

    static Complaint comparedCondition(String operator) {
        return error(
                "TYPE_MISMATCH",
                "「" + operator + "」で条件どうしは比べられません。",
                "\"" + operator + "\" cannot compare a condition.",
                new Text("条件は && と || でつないでください。", "Join conditions by && and ||."));
    }

    static Complaint noQuestion() {
        return error(
                "NO_QUESTION",
                "この比較はどの質問も読んでいません。",
                "This comparison reads no question.",
                new Text("少なくとも一方を質問にしてください。", "One of its sides should be a question."));
    }

    static Complaint nullMisused(String operator) {
        return error(
                "TYPE_MISMATCH",
                "null は「" + operator + "」では使えません。",
                "null cannot be used with \"" + operator + "\".",
                new Text("未回答かどうかは「質問 == null」と書きます。", "\"question == null\" asks whether it is unanswered."));
    }

    static Complaint inNeedsConstants() {
        return error(
                "NOT_PERMITTED",
                "in の( )の中に書けるのは選択肢・数・Parameters・文字列だけです。",
                "Only options, numbers, Parameters and texts may stand in the ( ) after in.",
                new Text("質問どうしは == や memberOf で比べてください。", "Compare questions by == or memberOf."));
    }

    static Complaint badNumber(String number) {
        return error(
                "SYNTAX",
                "「" + shorten(number) + "」は数として読めません。",
                "\"" + shorten(number) + "\" cannot be read as a number.",
                new Text("2 や 0.5 のように書いてください(15桁まで)。", "Write it like 2 or 0.5, with at most 15 digits."));
    }

    static Complaint badText(String text) {
        return error(
                "SYNTAX",
                "文字列 " + shorten(text) + " は読み取れません。",
                "The text " + shorten(text) + " cannot be read.",
                new Text("200文字までで、「\\」は「\\\\」と書いてください。", "At most 200 characters; a backslash is written \\\\."));
    }

    static Complaint unsafePattern(String pattern) {
        return error(
                "UNSAFE_PATTERN",
                "パターン「" + shorten(pattern) + "」は使えません。",
                "The pattern \"" + shorten(pattern) + "\" cannot be used.",
                new Text(
                        "200文字までで、( ) | [ ] . * + ? が使えます。{ } と前後参照は使えません。",
                        "At most 200 characters of ( ) | [ ] . * + ? and letters; no { }, back-references or look-around."));
    }

    static Complaint numberInRule(String number) {
        return new Complaint(
                Severity.WARNING,
                "NUMBER_IN_RULE",
                new Text(
                        "数 " + number + " がルールに直接書かれています。", "The number " + number + " is written in the rule itself."),
                new Text(
                        "programme.yaml の parameters に名前と出典を書き、Parameters.名前 としてください。",
                        "Name it, with its source, under parameters in programme.yaml and write Parameters.name."));
    }
}
