package jp.readiness.advice;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.advice.Lever.Move;

/**
 * A set of new answers.
 *
 * @param moves by index of the question
 * @param effort of all together
 * @param distance of all together
 */
record Proposal(SortedMap<Integer, Move> moves, int effort, double distance) {

    static final Proposal NOTHING = new Proposal(new TreeMap<>(), 0, 0);

    Proposal {
        moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
    }

    Proposal with(Lever lever, Move move) {
        SortedMap<Integer, Move> more = new TreeMap<>(moves);
        more.put(lever.question(), move);
        return new Proposal(more, effort + lever.effort(), distance + move.distance());
    }

    /** Both; they must not name the same question. */
    Proposal and(Proposal other) {
        SortedMap<Integer, Move> both = new TreeMap<>(moves);
        both.putAll(other.moves);
        return new Proposal(both, effort + other.effort, distance + other.distance);
    }

    Set<Integer> questions() {
        return moves.keySet();
    }

    int size() {
        return moves.size();
    }
}
