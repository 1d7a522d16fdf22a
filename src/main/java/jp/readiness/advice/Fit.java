package jp.readiness.advice;

/** How two answer sheets go together; a better fit stands first. */
public enum Fit {
    /** All required criteria of the match are met. */
    FITS,
    /** None is unmet, but one is open: unknown is never no. */
    OPEN,
    /**
     * A required criterion is unmet, whatever the open answers turn out to be, or a side's programme is not for the
     * applicant who stands there.
     */
    DOES_NOT_FIT
}
