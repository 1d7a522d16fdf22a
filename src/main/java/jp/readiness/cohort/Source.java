package jp.readiness.cohort;

/** How a member came into its cohort. */
public enum Source {
    /** With a file that staff took in. */
    FILE,
    /** Handed in by the applicant. */
    HAND_IN
}
