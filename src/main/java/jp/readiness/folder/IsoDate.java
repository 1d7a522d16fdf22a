package jp.readiness.folder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as YAML files write them: {@code 2022-04-01} and nothing else, so that nobody has to guess. */
final class IsoDate {

    private static final Pattern EXACT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ALIKE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");

    private IsoDate() {}

    static Optional<LocalDate> exact(String text) {
        return EXACT.matcher(text).matches() ? parsed(text) : Optional.empty();
    }

    /** The day somebody meant by {@code 2022/4/1} or {@code 2022年４月１日}. */
    static Optional<LocalDate> meant(String text) {
        Matcher matcher = ALIKE.matcher(Numerals.halfWidth(text));
        return matcher.matches()
                ? parsed(matcher.group(1) + "-" + twoDigits(matcher.group(2)) + "-" + twoDigits(matcher.group(3)))
                : Optional.empty();
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static Optional<LocalDate> parsed(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
