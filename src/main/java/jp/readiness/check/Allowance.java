package jp.readiness.check;

/**
 * How many evaluations a search may still make, out of what the whole check may. Evaluations are counted, not time, so
 * that a check always says the same.
 */
final class Allowance {

    private final long[] shared;
    private long left;
    private boolean exceeded;

    private Allowance(long left, long[] shared) {
        this.left = left;
        this.shared = shared;
    }

    static Allowance of(long evaluations) {
        return new Allowance(evaluations, new long[] {evaluations});
    }

    /** For one search: so many, and no more than are left for all. */
    Allowance upTo(long evaluations) {
        return new Allowance(evaluations, shared);
    }

    /** Whether so many are left; then they are taken. */
    boolean take(long evaluations) {
        exceeded |= evaluations > left || evaluations > shared[0];
        if (!exceeded) {
            left -= evaluations;
            shared[0] -= evaluations;
        }
        return !exceeded;
    }

    /** Whether something was refused: then a search has not seen everything. */
    boolean exceeded() {
        return exceeded;
    }
}
