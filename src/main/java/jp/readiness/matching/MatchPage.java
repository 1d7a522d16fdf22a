package jp.readiness.matching;

import java.util.List;
import java.util.Optional;

/**
 * Ranked pairs as the page shows them.
 *
 * @param by {@code left} if for each applicant of the left side the best of the right are shown, else {@code right}
 * @param one label of the side that the blocks are about
 * @param other label of the side that is ranked in them
 * @param stored whether the sheets are those handed in, so that they have pages of their own
 * @param blocks one an applicant
 * @param page from 1
 */
record MatchPage(
        String id,
        String by,
        String one,
        String other,
        boolean stored,
        int lefts,
        int rights,
        long fits,
        long open,
        List<Block> blocks,
        int page,
        int pages,
        List<String> rejected) {

    /**
     * @param sheet id of the handed-in sheet
     * @param lines none if nobody goes together with this applicant
     */
    record Block(String name, Optional<String> sheet, List<Line> lines) {}

    record Line(
            int place,
            String name,
            Optional<String> sheet,
            String fit,
            int points,
            int possiblePoints,
            List<Reason> pro,
            List<Reason> open,
            List<Reason> contra) {}

    /**
     * @param left answers of the left side that it rests on
     * @param inferred whether the source does not say so
     */
    record Reason(String title, String text, int points, boolean inferred, List<String> left, List<String> right) {}
}
