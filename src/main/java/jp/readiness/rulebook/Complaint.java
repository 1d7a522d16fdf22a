package jp.readiness.rulebook;

import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Problem.Severity;
import jp.readiness.programme.Text;

/** A problem before it has its place. The classes {@code …Complaints} have the words of all of them. */
record Complaint(Severity severity, String code, Text message, Text hint) {

    Problem at(Place place) {
        return new Problem(place, severity, code, message, hint);
    }

    static Complaint error(String code, String ja, String en, Text hint) {
        return new Complaint(Severity.ERROR, code, new Text(ja, en), hint);
    }

    /** The hint "Maybe you meant …". */
    static Text maybe(String meant) {
        return new Text("もしかして「" + meant + "」ですか。", "Maybe you meant `" + meant + "`.");
    }

    static Text orElse(Text hint, String ja, String en) {
        return hint.isEmpty() ? new Text(ja, en) : hint;
    }

    static String shorten(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
