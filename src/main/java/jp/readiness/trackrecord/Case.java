package jp.readiness.trackrecord;

import java.util.Optional;

/**
 * An applicant: what was predicted, what the staff decided, what happened.
 *
 * @param outcome empty while it is not known, and for good where the applicant did not take part
 */
public record Case(Prediction prediction, Decision decision, Optional<Outcome> outcome) {

    /** What the staff decided about the application. */
    public enum Decision {
        NONE,
        ACCEPT,
        WAIT,
        DECLINE
    }
}
