package jp.readiness.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.readiness.programme.Text;

/** The day that a request asks about. */
final class AsOf {

    /** Four digits, since a database cannot keep every year that Java knows. */
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private AsOf() {}

    /** The day written; today in Japan without one. */
    static LocalDate day(Optional<String> written, Clock clock) {
        return written.map(AsOf::read).orElseGet(() -> LocalDate.now(clock));
    }

    private static LocalDate read(String written) {
        try {
            if (FORM.matcher(written).matches()) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeException e) {
            // such as 2022-02-30: refused like any other
        }
        throw Refusal.field(
                "asOf", new Text("2022-05-01 のような形の日付にしてください。", "This must be a date written like 2022-05-01."));
    }
}
