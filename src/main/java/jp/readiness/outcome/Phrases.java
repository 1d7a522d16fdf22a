package jp.readiness.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import jp.readiness.programme.Text;
import jp.readiness.trackrecord.Interval;
import org.springframework.context.MessageSource;

/** What the pages of this package say in one language. */
record Phrases(MessageSource messages, Locale locale) {

    /** The message {@code outcome.<key>}. */
    String say(String key, Object... arguments) {
        return messages.getMessage("outcome." + key, arguments, locale);
    }

    String in(Text text) {
        return text.in(locale);
    }

    /** Whole percent. */
    String percent(double share) {
        return say(
                "percent",
                BigDecimal.valueOf(share)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    String range(Interval interval) {
        return say("range", percent(interval.low()), percent(interval.high()));
    }

    /** A weight or a score, with two digits. */
    String two(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    String range(double low, double high) {
        return say("range", two(low), two(high));
    }

    /** How many times as often: two digits that count, {@code ∞} for infinitely. */
    String times(double ratio) {
        if (Double.isInfinite(ratio)) {
            return "∞";
        }
        int digits = ratio >= 10 ? 0 : ratio >= 1 || ratio == 0 ? 1 : 2;
        return BigDecimal.valueOf(ratio).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
