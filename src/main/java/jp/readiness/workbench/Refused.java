package jp.readiness.workbench;

/** Something cannot be done as the draft or the live version now is; {@code workbench.refused.<reason>} says why. */
class Refused extends RuntimeException {

    enum Reason {
        NOT_EDITING,
        NOT_SUBMITTED,
        MEANWHILE,
        OTHER_LIVE,
        NOT_SOUND,
        NO_REASON,
        OWN_WORK,
        TOO_LONG,
        NO_CHANGE,
        BUSY,
        TOO_SLOW,
        RUN_TOO_SLOW,
        TOO_MUCH,
        FAILED,
        NO_IMPACT,
        NOT_COMPARABLE,
        BAD_VALUES,
        BAD_DAY
    }

    private final Reason reason;

    Refused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
