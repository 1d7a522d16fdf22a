package jp.readiness.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import jp.readiness.advice.Ranked;

/** Takes the best pairs for each applicant of one side. */
public final class Best {

    private Best() {}

    /** For each applicant no more than so many, in the order of the ranking. */
    public static List<Ranked> ofEach(List<Ranked> ranked, ToIntFunction<Ranked> side, int most) {
        Map<Integer, Integer> taken = new HashMap<>();
        return ranked.stream()
                .filter(pair -> taken.merge(side.applyAsInt(pair), 1, Integer::sum) <= most)
                .toList();
    }
}
