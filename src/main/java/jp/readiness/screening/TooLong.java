package jp.readiness.screening;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Something typed is far longer than any answer; nothing of the page is kept. */
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
class TooLong extends RuntimeException {

    TooLong() {
        super("a value of the form is too long", null, false, false);
    }
}
