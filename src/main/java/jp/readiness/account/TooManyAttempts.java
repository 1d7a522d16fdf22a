package jp.readiness.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A log-in was not looked at, because too many have failed. */
class TooManyAttempts extends AuthenticationException {

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("too many attempts");
        this.wait = wait;
    }

    /** Until the next try will be looked at, in whole seconds, at least 1. */
    long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
