package jp.readiness.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import jp.readiness.advice.Fit;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Pair;
import jp.readiness.advice.Ranked;
import jp.readiness.programme.Match;

/** Makes a page out of two lists: for each applicant of one side the best of the other. */
final class MatchPages {

    static final int BLOCKS = 20; // a page
    private static final int LINES = 5; // a block

    private final Matcher matcher;
    private final SheetList left;
    private final SheetList right;
    private final boolean stored;
    private final Locale locale;
    private final PairWords words;
    private final List<Ranked> ranked;

    MatchPages(Matcher matcher, SheetList left, SheetList right, boolean stored, Locale locale) {
        this.matcher = matcher;
        this.left = left;
        this.right = right;
        this.stored = stored;
        this.locale = locale;
        this.words = new PairWords(matcher.match(), locale);
        this.ranked = matcher.rank(left.answers(), right.answers(), EnumSet.of(Fit.FITS, Fit.OPEN));
    }

    /** @param wantedPage from 1 */
    MatchPage page(boolean byLeft, int wantedPage) {
        Match match = matcher.match();
        SheetList own = byLeft ? left : right;
        int pages = Math.max(1, (own.applicants().size() + BLOCKS - 1) / BLOCKS);
        int page = Math.min(Math.max(1, wantedPage), pages);
        return new MatchPage(
                match.edition().programme(),
                byLeft ? "left" : "right",
                (byLeft ? match.left() : match.right()).label().in(locale),
                (byLeft ? match.right() : match.left()).label().in(locale),
                stored,
                left.applicants().size(),
                right.applicants().size(),
                count(Fit.FITS),
                count(Fit.OPEN),
                blocks(byLeft, own, page),
                page,
                pages,
                Stream.concat(left.rejected().stream(), right.rejected().stream())
                        .map(text -> text.in(locale))
                        .toList());
    }

    private long count(Fit fit) {
        return ranked.stream().filter(pair -> pair.fit() == fit).count();
    }

    private List<MatchPage.Block> blocks(boolean byLeft, SheetList own, int page) {
        ToIntFunction<Ranked> side = byLeft ? Ranked::left : Ranked::right;
        int from = (page - 1) * BLOCKS;
        int to = Math.min(own.applicants().size(), from + BLOCKS);
        List<Ranked> shown = Best.ofEach(
                ranked.stream()
                        .filter(pair -> side.applyAsInt(pair) >= from && side.applyAsInt(pair) < to)
                        .toList(),
                side,
                LINES);
        List<Pair> pairs = matcher.explain(shown, left.answers(), right.answers());
        Map<Integer, List<MatchPage.Line>> lines = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            List<MatchPage.Line> ofOne = lines.computeIfAbsent(side.applyAsInt(shown.get(i)), one -> new ArrayList<>());
            ofOne.add(line(ofOne.size() + 1, byLeft, shown.get(i), pairs.get(i)));
        }
        List<MatchPage.Block> blocks = new ArrayList<>();
        for (int index = from; index < to; index++) {
            Listed one = own.applicants().get(index);
            blocks.add(new MatchPage.Block(one.name(), sheet(one), lines.getOrDefault(index, List.of())));
        }
        return blocks;
    }

    private Optional<String> sheet(Listed applicant) {
        return stored ? Optional.of(applicant.place()) : Optional.empty();
    }

    private MatchPage.Line line(int place, boolean byLeft, Ranked at, Pair pair) {
        Listed other =
                byLeft ? right.applicants().get(at.right()) : left.applicants().get(at.left());
        return new MatchPage.Line(
                place,
                other.name(),
                sheet(other),
                pair.fit().name(),
                pair.points(),
                pair.possiblePoints(),
                reasons(PairWords.pro(pair)),
                reasons(PairWords.open(pair)),
                reasons(PairWords.contra(pair)));
    }

    private List<MatchPage.Reason> reasons(Stream<Pair.Reason> reasons) {
        return reasons.map(reason -> new MatchPage.Reason(
                        reason.finding().title().in(locale),
                        reason.finding().text().in(locale),
                        reason.points(),
                        reason.finding().source().inferred(),
                        answers(reason, matcher.match().left().name()),
                        answers(reason, matcher.match().right().name())))
                .toList();
    }

    private List<String> answers(Pair.Reason reason, String side) {
        return reason.answers().stream()
                .filter(given -> given.side().equals(side))
                .map(words::value)
                .toList();
    }
}
