package jp.readiness.rulebook;

import static jp.readiness.rulebook.Complaint.error;
import static jp.readiness.rulebook.Complaint.maybe;

import java.util.Set;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/** What we say to authors about the text of their rules: signs, brackets, the parts of a rule, sizes. */
final class TextComplaints {

    private static final Text FORM = new Text(
            "使えるのは rule \"名前\" when 条件 then advice.… end とコメントだけです。",
            "A file holds only rules (rule \"name\" when … then advice.… end) and comments.");

    private TextComplaints() {}

    static Complaint unseenCharacter(int c) {
        String name = String.format("U+%04X", c);
        return error(
                "CHARACTER",
                "目に見えない文字(" + name + ")が含まれています。",
                "There is a character that cannot be seen (" + name + ").",
                new Text("削除して入力し直してください。", "Delete it and type the text again."));
    }

    static Complaint unicodeEscape() {
        return error(
                "NOT_PERMITTED",
                "「\\u」による文字の指定は使えません。",
                "Characters must not be written as \"\\u…\".",
                new Text("文字をそのまま入力してください。", "Type the character itself."));
    }

    static Complaint fullWidth(String sign, String plain) {
        String shown = plain.equals(" ") ? "空白" : "「" + plain + "」";
        return error(
                "FULL_WIDTH",
                "全角の「" + sign + "」は記号として使えません。",
                "The full-width sign \"" + sign + "\" cannot be used here.",
                new Text("半角の" + shown + "にしてください。", "Maybe you meant `" + plain + "` (half-width)."));
    }

    static Complaint quoteNotClosed() {
        return error(
                "SYNTAX",
                "引用符が同じ行で閉じられていません。",
                "This quote is not closed on its line.",
                new Text("行の中に閉じる引用符を付けてください。", "Add the closing quote."));
    }

    static Complaint commentNotClosed() {
        return error(
                "SYNTAX",
                "コメント「/*」が閉じられていません。",
                "The comment \"/*\" is not closed.",
                new Text("終わりに「*/」を付けてください。", "Add \"*/\" where it ends."));
    }

    static Complaint bracketNotClosed() {
        return error(
                "SYNTAX",
                "この「(」に対応する「)」がありません。",
                "This \"(\" is not closed.",
                new Text("「)」を付けてください。", "Add the \")\" that belongs to it."));
    }

    static Complaint bracketNotOpened() {
        return error(
                "SYNTAX",
                "この「)」に対応する「(」がありません。",
                "This \")\" closes nothing.",
                new Text("余分な「)」を消すか「(」を付けてください。", "Remove it, or add the \"(\" that belongs to it."));
    }

    static Complaint onlyRules(String word) {
        return error("NOT_PERMITTED", "「" + word + "」は使えません。", "\"" + word + "\" is not permitted.", FORM);
    }

    static Complaint outsideRule(String word) {
        Text hint =
                Suggestion.closest(word, Set.of("rule")).map(Complaint::maybe).orElse(FORM);
        return error(
                "SYNTAX",
                "「" + word + "」がルールの外にあります。",
                "\"" + word + "\" stands outside a rule.",
                word.equals("end") ? new Text("余分な end を消してください。", "Remove this \"end\".") : hint);
    }

    static Complaint noRuleName() {
        return error("SYNTAX", "ルールに名前がありません。", "This rule has no name.", FORM);
    }

    static Complaint misspelt(String word, String meant) {
        return error("SYNTAX", "「" + word + "」は分かりません。", "\"" + word + "\" cannot be understood here.", maybe(meant));
    }

    static Complaint partMissing(String rule, String part) {
        return error(
                "SYNTAX",
                "ルール " + rule + " に「" + part + "」がありません。",
                "The rule " + rule + " has no \"" + part + "\".",
                FORM);
    }

    static Complaint header(String word) {
        return error(
                "NOT_PERMITTED",
                "ルールの名前と when の間に「" + word + "」は書けません。",
                "\"" + word + "\" is not permitted between a rule's name and \"when\".",
                FORM);
    }

    static Complaint badName() {
        return error(
                "SYNTAX",
                "ルールの名前は引用符の中に1~200文字で書いてください。",
                "A rule's name has 1 to 200 characters in quotes.",
                new Text("例: rule \"too-few-participants\"", "Such as rule \"too-few-participants\""));
    }

    static Complaint duplicateRule(String name) {
        return error(
                "DUPLICATE_RULE",
                "ルール「" + name + "」は既にあります。",
                "There is already a rule \"" + name + "\".",
                new Text("別の名前にしてください。", "Give it another name."));
    }

    static Complaint tooLarge(String ja, String en) {
        return error("TOO_LARGE", ja, en, new Text("小さく分けてください。", "Divide it into smaller parts."));
    }

    static Complaint tooDeep(int most) {
        return tooLarge("入れ子が深すぎます(" + most + "段まで)。", "This is nested too deeply (at most " + most + " levels).");
    }

    static Complaint tooManyOperations(int most) {
        return tooLarge(
                "計算が長すぎます(" + most + "回まで)。", "This calculation is too long (at most " + most + " operations).");
    }
}
