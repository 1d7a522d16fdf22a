package jp.readiness.screening;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Staff ask for a sheet that its owner has deleted. */
@ResponseStatus(HttpStatus.GONE)
class DeletedByOwner extends RuntimeException {

    DeletedByOwner() {
        super("deleted by its owner", null, false, false);
    }
}
