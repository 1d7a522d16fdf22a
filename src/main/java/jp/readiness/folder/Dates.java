package jp.readiness.folder;

import java.time.LocalDate;
import java.util.Optional;
import jp.readiness.programme.Place;
import jp.readiness.programme.Window;

/**
 * When an edition is in force and takes applications.
 *
 * @param from first day in force
 * @param to last day in force; empty while open
 * @param place where the days in force stand, for problems between editions; empty if they have an error
 */
record Dates(LocalDate from, Optional<LocalDate> to, Optional<Place> place, Window window) {

    private record Span(Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** Reads {@code inForce} and {@code window}. */
    static Dates read(Mapping m) {
        int errors = m.problems().errors();
        Value inForce = m.required("inForce");
        Span days = inForce.as(span -> span(Optional.of(span.required("from")), span));
        Optional<Place> place = Optional.of(inForce.owner())
                .filter(owner -> !inForce.isAbsent() && m.problems().errors() == errors);
        Span open = m.optional("window")
                .map(value -> value.as(window -> span(window.optional("from"), window)))
                .orElse(new Span(Optional.empty(), Optional.empty()));
        return new Dates(days.from().orElse(Value.NO_DATE), days.to(), place, new Window(open.from(), open.to()));
    }

    private static Span span(Optional<Value> from, Mapping m) {
        Optional<LocalDate> first = from.map(Value::date);
        return new Span(first, m.optional("to").map(to -> notBefore(first, to)));
    }

    private static LocalDate notBefore(Optional<LocalDate> first, Value to) {
        int errors = to.problems().errors();
        LocalDate last = to.date();
        if (to.problems().errors() == errors && first.filter(last::isBefore).isPresent()) {
            to.outOfRange(Wording.say("from(%s)以後の日にしてください。", "It must not be before `from` (%s).", first.get()));
        }
        return last;
    }
}
