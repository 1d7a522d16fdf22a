package jp.readiness.cohort;

import jp.readiness.advice.Verdict;

/** What the staff decide about an applicant, beside what the rules advise. */
public enum Decision {
    ACCEPT,
    WAIT,
    DECLINE;

    /**
     * Whether it differs from the advice: accepting whom the rules call unready or unclear, or not accepting whom they call
     * ready. Whoever is not ready may wait or be declined, both agree.
     */
    public boolean overrides(Verdict advice) {
        return switch (advice) {
            case READY, READY_WITH_SUPPORT -> this != ACCEPT;
            case NEEDS_ANSWERS -> this != WAIT;
            case NOT_YET -> this == ACCEPT;
            case NOT_FOR_YOU -> this != DECLINE;
        };
    }
}
