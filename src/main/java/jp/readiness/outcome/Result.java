package jp.readiness.outcome;

import java.util.Optional;
import jp.readiness.cohort.Ending;

/**
 * How it ended for a member of a cohort.
 *
 * @param step id of the step in which the member left; empty where that is not known, and for who finished
 * @param finding id of the finding that it was because of, if one fits
 * @param reason in words, at most {@value #LONGEST_REASON} characters; about the member, so it goes when its sheet goes
 */
public record Result(State state, Optional<String> step, Optional<String> finding, String reason) {

    public static final int LONGEST_REASON = 1000;

    /** Nobody knows yet, or what was noted was taken back. */
    public static final Result OPEN = new Result(State.OPEN, Optional.empty(), Optional.empty(), "");

    public static final Result FINISHED = new Result(State.FINISHED, Optional.empty(), Optional.empty(), "");

    public enum State {
        OPEN,
        FINISHED,
        LEFT
    }

    public static Result left(Optional<String> step, Optional<String> finding, String reason) {
        return new Result(State.LEFT, step, finding, reason);
    }

    Optional<Ending> ending() {
        return switch (state) {
            case OPEN -> Optional.empty();
            case FINISHED -> Optional.of(Ending.FINISHED);
            case LEFT -> Optional.of(Ending.LEFT);
        };
    }

    public boolean isKnown() {
        return state != State.OPEN;
    }
}
