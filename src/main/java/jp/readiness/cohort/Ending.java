package jp.readiness.cohort;

/** How it ended for a member, as far as lists show and narrow it; the whole of it is the business of {@code outcome}. */
public enum Ending {
    FINISHED,
    LEFT
}
