package jp.readiness.advice;

/**
 * How many evaluations a search may still make. Evaluations are counted, not time, so that a search that stops always
 * stops at the same place.
 */
final class Budget {

    private final long whole;
    private long left;
    private boolean exceeded;

    Budget(long evaluations) {
        this.whole = evaluations;
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

    /** How many were taken; more than there were if something was refused. */
    long taken() {
        return exceeded ? whole + 1 : whole - left;
    }

    /** Whether something was refused. */
    boolean exceeded() {
        return exceeded;
    }
}
