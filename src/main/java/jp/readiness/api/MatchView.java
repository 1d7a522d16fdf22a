package jp.readiness.api;

import jp.readiness.api.ProgrammeView.Words;
import jp.readiness.programme.Match;
import jp.readiness.programme.Side;

/** @param id by which it is called, as in {@code POST /matches/{id}} */
record MatchView(String id, String edition, String version, Words title, Words summary, SideView left, SideView right) {

    /** @param programme whose questions the sheets of this list answer; see {@code GET /programmes/{id}} */
    record SideView(String name, Words label, String programme, String edition) {
        static SideView of(Side side) {
            return new SideView(
                    side.name(),
                    Words.of(side.label()),
                    side.edition().programme(),
                    side.edition().id());
        }
    }

    static MatchView of(Match match) {
        return new MatchView(
                match.edition().programme(),
                match.edition().id(),
                match.edition().version(),
                Words.of(match.edition().title()),
                Words.of(match.edition().summary()),
                SideView.of(match.left()),
                SideView.of(match.right()));
    }
}
