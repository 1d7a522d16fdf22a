package jp.readiness.api;

import jp.readiness.programme.Match;
import jp.readiness.programme.Side;
import jp.readiness.programme.Text;

/** @param id by which it is called, as in {@code POST /matches/{id}} */
record MatchView(String id, String edition, String version, Text title, Text summary, SideView left, SideView right) {

    /** @param programme whose questions the sheets of this list answer; see {@code GET /programmes/{id}} */
    record SideView(String name, Text label, String programme, String edition) {
        static SideView of(Side side) {
            return new SideView(
                    side.name(),
                    side.label(),
                    side.edition().programme(),
                    side.edition().id());
        }
    }

    static MatchView of(Match match) {
        return new MatchView(
                match.edition().programme(),
                match.edition().id(),
                match.edition().version(),
                match.edition().title(),
                match.edition().summary(),
                SideView.of(match.left()),
                SideView.of(match.right()));
    }
}
