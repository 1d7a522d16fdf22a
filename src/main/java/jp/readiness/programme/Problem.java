package jp.readiness.programme;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something wrong in the rules folder. A problem is a value, never an exception: all of them are collected, sorted and
 * then reported.
 *
 * @param code a stable upper-case name, such as {@code UNKNOWN_KEY}; tests and tools rely on it
 * @param message what is wrong, with its values; written for a policy officer
 * @param hint what to do, beginning "Maybe …" where it is a guess; {@link Text#NONE} when there is nothing to say
 */
public record Problem(Place place, Severity severity, String code, Text message, Text hint)
        implements Comparable<Problem> {

    /** An error keeps the edition from going live; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::code)
            .thenComparing(p -> p.message().ja());

    public static Problem error(Place place, String code, Text message, Text hint) {
        return new Problem(place, Severity.ERROR, code, message, hint);
    }

    public static Problem warning(Place place, String code, Text message, Text hint) {
        return new Problem(place, Severity.WARNING, code, message, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for a terminal: {@code file:line:column: error CODE: message hint}. */
    public String line(Locale locale) {
        String head = place + ": " + severity.name().toLowerCase(Locale.ROOT) + " " + code + ": " + message.in(locale);
        return hint.isEmpty() ? head : head + " " + hint.in(locale);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
