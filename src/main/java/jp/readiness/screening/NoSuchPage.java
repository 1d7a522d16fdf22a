package jp.readiness.screening;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The address leads nowhere. The answer is the same whatever part of it is wrong, so that nobody learns from it. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchPage extends RuntimeException {

    NoSuchPage() {
        super("no such page", null, false, false);
    }
}
