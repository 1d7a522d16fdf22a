package jp.readiness.rulebook;

import java.util.List;
import java.util.Set;
import jp.readiness.programme.Place;

/**
 * A rule as the rest of the product sees it.
 *
 * @param name as the author wrote it
 * @param reads ids of the questions that its condition compares
 * @param computesFrom ids of the questions that the amounts it gives are computed from
 * @param concludes ids of the findings that its consequence names, in order
 * @param place of the rule in the author's text
 */
public record Rule(String name, Set<String> reads, Set<String> computesFrom, List<String> concludes, Place place) {
    public Rule {
        reads = Set.copyOf(reads);
        computesFrom = Set.copyOf(computesFrom);
        concludes = List.copyOf(concludes);
    }
}
