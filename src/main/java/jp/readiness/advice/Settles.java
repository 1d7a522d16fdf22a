package jp.readiness.advice;

import java.util.Comparator;

/**
 * How much of what is open the answer to a question settles, on average over its classes of answers, each as likely as
 * the next: 0 nothing, 1 all of it. What is open of one finding is the spread of its outcome over all completions (the
 * variance of "concluded"); an answer settles the part of the spread that is gone once it is known. A question that
 * decides a finding alone settles 1 of it. Rounded to a thousandth.
 *
 * <p>Example: unmet if {@code a && b}, both open. Unmet in 1 of 4 completions: spread 1/4 · 3/4 = 3/16. Knowing {@code a},
 * it is 0 (if not) or 1/4 (if so), on average 1/8: {@code a} settles a third.
 *
 * @param required of the required criteria that are open, and of the audiences, on average
 * @param risk of the effects of the signs of dropping out, damped by what protects
 * @param rest of all other open findings, on average
 */
public record Settles(double required, double risk, double rest) implements Comparable<Settles> {

    public static final Settles NOTHING = new Settles(0, 0, 0);

    private static final Comparator<Settles> ORDER = Comparator.comparingDouble(Settles::required)
            .thenComparingDouble(Settles::risk)
            .thenComparingDouble(Settles::rest);

    /** For a question that several programmes ask. */
    public Settles plus(Settles other) {
        return new Settles(required + other.required, risk + other.risk, rest + other.rest);
    }

    /** Required criteria first, then the risk, then the rest: less settled is smaller. */
    @Override
    public int compareTo(Settles other) {
        return ORDER.compare(this, other);
    }
}
