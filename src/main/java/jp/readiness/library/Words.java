package jp.readiness.library;

import java.util.Collection;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;

/** Sentences that several exceptions share. */
final class Words {

    private static final int LONGEST_NAME = 60;

    private Words() {}

    /** Says that a name is unknown, guesses what was meant and lists what there is. */
    static Text missing(String whatJa, String whatEn, String name, Collection<String> known) {
        Text hint = Suggestion.maybe(name, known);
        return new Text(
                "「%s」という%sはありません。%s使えるもの: %s。".formatted(shown(name), whatJa, hint.ja(), list(known, "、", "なし")),
                "There is no %s \"%s\". %sThere is: %s."
                        .formatted(
                                whatEn,
                                shown(name),
                                hint.isEmpty() ? "" : hint.en() + " ",
                                list(known, ", ", "nothing")));
    }

    private static String shown(String name) {
        boolean isShort = name.codePointCount(0, name.length()) <= LONGEST_NAME;
        return isShort ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    private static String list(Collection<String> known, String comma, String none) {
        return known.isEmpty() ? none : String.join(comma, known);
    }
}
