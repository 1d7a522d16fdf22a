package jp.readiness.check;

import jp.readiness.check.Impact.Judged;

/**
 * Applicants who give the same answer to a choice or a yes-no question: an option's id, {@code true}, {@code false} or
 * {@link #OPEN}.
 *
 * @param acceptedBefore how many of them may take part by the earlier version
 * @param flipped how many are judged otherwise
 */
public record Group(int applicants, int acceptedBefore, int acceptedAfter, int flipped) {

    /** Those who have not answered. */
    public static final String OPEN = "";

    static final Group NONE = new Group(0, 0, 0, 0);

    Group and(Judged before, Judged after) {
        return new Group(
                applicants + 1,
                acceptedBefore + (before.isAccepted() ? 1 : 0),
                acceptedAfter + (after.isAccepted() ? 1 : 0),
                flipped + (before.equals(after) ? 0 : 1));
    }
}
