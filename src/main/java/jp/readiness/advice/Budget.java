package jp.readiness.advice;

/**
 * How many evaluations a search may still make. Evaluations are counted, not time, so that a search that stops always
 * stops at the same place.
 */
final class Budget {

    private long left;
    private boolean exceeded;

    Budget(long evaluations) {
        this.left = evaluations;
    }

    /** Takes the whole sum or, if it is not there, nothing: a search that cannot finish is not begun. */
    boolean take(long evaluations) {
        if (evaluations > left) {
            exceeded = true;
            return false;
        }
        left -= evaluations;
        return true;
    }

    /** Whether something was refused. */
    boolean exceeded() {
        return exceeded;
    }
}
