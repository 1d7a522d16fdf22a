package jp.readiness.advice;

import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Finding;

/** Adds up what the findings of one pair came to. */
final class Tally {

    private boolean unmet;
    private boolean open;
    private int points;
    private int openPoints;

    void add(Finding finding, State state) {
        boolean required = finding instanceof Finding.Criterion criterion && criterion.required();
        unmet |= required && state == State.UNMET;
        open |= required && state == State.OPEN;
        points += state == State.FIRED ? Reasons.points(finding) : 0;
        openPoints += state == State.OPEN ? Reasons.points(finding) : 0;
    }

    /** One of the two sides is not meant for the applicant who stands there. */
    void exclude() {
        unmet = true;
    }

    Fit fit() {
        return unmet ? Fit.DOES_NOT_FIT : open ? Fit.OPEN : Fit.FITS;
    }

    int points() {
        return points;
    }

    int possiblePoints() {
        return points + openPoints;
    }
}
