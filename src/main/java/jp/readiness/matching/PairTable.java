package jp.readiness.matching;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.readiness.advice.Matcher;
import jp.readiness.advice.Pair;
import jp.readiness.advice.Ranked;
import jp.readiness.programme.Match;
import jp.readiness.table.TableWriter;

/** Ranked pairs as a table: a row a pair, the best first. */
public final class PairTable {

    private final Matcher matcher;
    private final Locale locale;

    /** @param locale of the words; headers, fits and ids are the same in every language */
    public PairTable(Matcher matcher, Locale locale) {
        this.matcher = matcher;
        this.locale = locale;
    }

    public void write(TableWriter table, List<Ranked> ranked, SheetList left, SheetList right) throws IOException {
        table.write(header());
        PairWords words = new PairWords(matcher.match(), locale);
        List<Pair> pairs = matcher.explain(ranked, left.answers(), right.answers());
        for (int i = 0; i < ranked.size(); i++) {
            Ranked place = ranked.get(i);
            table.write(row(
                    place,
                    pairs.get(i),
                    left.applicants().get(place.left()),
                    right.applicants().get(place.right()),
                    words));
        }
    }

    private List<String> header() {
        Match match = matcher.match();
        return List.of(
                "rank",
                match.left().name(),
                match.left().name() + "Line",
                match.right().name(),
                match.right().name() + "Line",
                "fit",
                "points",
                "possiblePoints",
                "holds",
                "open",
                "unmet",
                "reasons",
                "stillOpen",
                "against");
    }

    private static List<String> row(Ranked place, Pair pair, Listed left, Listed right, PairWords words) {
        return List.of(
                String.valueOf(place.rank()),
                left.name(),
                left.place(),
                right.name(),
                right.place(),
                place.fit().name(),
                String.valueOf(place.points()),
                String.valueOf(place.possiblePoints()),
                ids(PairWords.pro(pair)),
                ids(PairWords.open(pair)),
                ids(PairWords.contra(pair)),
                words.cell(PairWords.pro(pair)),
                words.cell(PairWords.open(pair)),
                words.against(pair));
    }

    private static String ids(Stream<Pair.Reason> reasons) {
        return String.join(" ", PairWords.ids(reasons));
    }
}
