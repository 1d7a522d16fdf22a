package jp.readiness.cohort;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such cohort, or it has no such member. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchCohort extends RuntimeException {

    NoSuchCohort() {
        super("no such cohort", null, false, false);
    }
}
