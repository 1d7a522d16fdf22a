package jp.readiness.programme;

import java.time.LocalDate;
import java.util.Optional;

/** When applications are accepted, in Asia/Tokyo days, both inclusive. An end that is absent is unknown or open. */
public record Window(Optional<LocalDate> from, Optional<LocalDate> to) {

    public boolean isClosedOn(LocalDate day) {
        return from.filter(day::isBefore).isPresent() || to.filter(day::isAfter).isPresent();
    }
}
