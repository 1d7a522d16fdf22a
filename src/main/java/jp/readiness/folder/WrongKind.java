package jp.readiness.folder;

import jp.readiness.programme.Text;

/** Says that a finding of another kind is needed. */
final class WrongKind {

    private WrongKind() {}

    static void report(Value name, String finding, Text needed) {
        name.problems()
                .error(
                        name.place(),
                        "WRONG_KIND",
                        new Text(
                                "判定項目「" + finding + "」はここには書けません。必要なのは" + needed.ja() + "です。",
                                "The finding `" + finding + "` cannot stand here; " + needed.en() + " is needed."));
    }
}
