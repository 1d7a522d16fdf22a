package jp.readiness.advice;

import java.util.Comparator;

/**
 * A pair in its place among others.
 *
 * <p>The better fit comes first, then the more points, then the more points that open answers may still bring. Pairs that
 * are equal in all of this have the same rank, and the next rank counts them all: 1, 2, 2, 4. Among them the order is
 * that of the sheets given: of the left side first, then of the right.
 *
 * @param rank from 1
 * @param left index of the sheet of the left side
 * @param right index of the sheet of the right side
 * @param points of the reasons that hold
 * @param possiblePoints with those of the reasons that may still hold
 */
public record Ranked(int rank, int left, int right, Fit fit, int points, int possiblePoints) {

    static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::fit)
            .thenComparing(Comparator.comparingInt(Ranked::points).reversed())
            .thenComparing(Comparator.comparingInt(Ranked::possiblePoints).reversed());

    static final Comparator<Ranked> ORDER =
            BEST_FIRST.thenComparingInt(Ranked::left).thenComparingInt(Ranked::right);

    Ranked at(int otherRank) {
        return new Ranked(otherRank, left, right, fit, points, possiblePoints);
    }
}
