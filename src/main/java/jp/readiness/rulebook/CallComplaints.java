package jp.readiness.rulebook;

import static jp.readiness.rulebook.Complaint.error;
import static jp.readiness.rulebook.Complaint.maybe;
import static jp.readiness.rulebook.Complaint.orElse;
import static jp.readiness.rulebook.Complaint.shorten;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/** What we say to authors about the part of a rule after "then". */
final class CallComplaints {

    private static final Text CALLS = new Text(
            "使えるのは advice.unmet, signal, strength, placement, referral( \"id\" ); と advice.grant( \"id\", 金額 ); です。",
            "Permitted are advice.unmet, signal, strength, placement, referral( \"id\" ); and advice.grant( \"id\", amount );");

    private CallComplaints() {}

    static Complaint emptyConsequence() {
        return error("EMPTY_CONSEQUENCE", "then と end の間に何もありません。", "There is nothing after \"then\".", CALLS);
    }

    static Complaint noCall(String word) {
        return error(
                "NOT_PERMITTED",
                "「" + shorten(word) + "」は then の後には書けません。",
                "\"" + shorten(word) + "\" is not permitted after \"then\".",
                CALLS);
    }

    static Complaint unknownCall(String word) {
        Set<String> words = new TreeSet<>();
        for (Call.Kind kind : Call.Kind.values()) {
            words.add(kind.word());
        }
        Text hint = Suggestion.maybe(word, words);
        return error(
                "NOT_PERMITTED",
                "advice." + word + " は使えません。",
                "advice." + word + " is not permitted.",
                hint.isEmpty() ? CALLS : hint);
    }

    static Complaint findingNotQuoted() {
        return error("SYNTAX", "( )の中には所見の名前を引用符で書いてください。", "The finding's id stands in quotes in the ( ).", CALLS);
    }

    static Complaint missingInCall(String missing, String after) {
        return error(
                "SYNTAX",
                "「" + shorten(after) + "」の後に「" + missing + "」が必要です。",
                "\"" + missing + "\" is missing after \"" + shorten(after) + "\".",
                CALLS);
    }

    static Complaint unknownFinding(String id, Collection<String> fitting, Collection<String> all) {
        Text hint = Suggestion.maybe(id, fitting);
        return error(
                "UNKNOWN_FINDING",
                "「" + shorten(id) + "」という所見はありません。",
                "There is no finding \"" + shorten(id) + "\".",
                orElse(
                        hint.isEmpty() ? Suggestion.maybe(id, all) : hint,
                        "programme.yaml の findings を確かめてください。",
                        "Look at the findings in programme.yaml."));
    }

    static Complaint wrongKind(Finding finding, Call.Kind used) {
        String fits = "advice." + Call.Kind.of(finding).word();
        return error(
                "WRONG_KIND",
                "所見「" + finding.id() + "」は advice." + used.word() + " では使えません。",
                "The finding \"" + finding.id() + "\" is not said by advice." + used.word() + ".",
                maybe(fits));
    }

    static Complaint duplicateCall(String id) {
        return error(
                "DUPLICATE_CALL",
                "所見「" + id + "」がこのルールで2回使われています。",
                "The finding \"" + id + "\" is said twice in this rule.",
                new Text("一方を消してください。", "Remove one of them."));
    }

    static Complaint amountMissing(String id) {
        return error(
                "AMOUNT_MISSING",
                "advice.grant には金額が必要です。",
                "advice.grant needs an amount.",
                maybe("advice.grant( \"" + id + "\", Parameters.… );"));
    }

    static Complaint amountNotExpected(String word) {
        return error("WRONG_KIND", "advice." + word + " に金額は書けません。", "advice." + word + " takes no amount.", CALLS);
    }

    static Complaint textInCriterion(String question) {
        return error(
                "TEXT_IN_CRITERION",
                "条件(criterion)は短い文の質問「" + question + "」を読めません。",
                "A criterion must not read the text question \"" + question + "\".",
                new Text("選ぶ形の質問にしてください。", "Ask it as a choice."));
    }

    static Complaint nullInCriterion(String question) {
        return error(
                "NULL_IN_CRITERION",
                "条件(criterion)は「" + question + "」が未回答かどうかで決められません。",
                "A criterion must not depend on whether \"" + question + "\" is unanswered.",
                new Text("未回答のときは自動で「未定」になります。", "While it is unanswered the criterion is open by itself."));
    }
}
