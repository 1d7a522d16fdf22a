package jp.readiness.cohort;

/** What may be marked at a member. */
enum Mark {
    /** A criterion that is unmet. */
    UNMET,
    /** A finding of another kind that fired. */
    FIRED,
    /** A finding that is open. */
    OPEN,
    /** An open question that decides a required condition. */
    ASKED
}
