package jp.readiness.advice;

/** The first that holds, in this order. */
public enum Verdict {
    /** Wrong kind or region, or a required criterion is unmet whatever one changes. */
    NOT_FOR_YOU,
    /** A required criterion is unmet. */
    NOT_YET,
    /** A required criterion is open. */
    NEEDS_ANSWERS,
    /** All required criteria are met and the overall risk band is HIGH. */
    READY_WITH_SUPPORT,
    READY;

    /** Whether the applicant may take part, with support or without. */
    public boolean isReady() {
        return this == READY || this == READY_WITH_SUPPORT;
    }
}
