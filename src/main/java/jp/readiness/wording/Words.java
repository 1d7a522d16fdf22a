package jp.readiness.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;
import jp.readiness.programme.Text;
import org.springframework.context.MessageSource;

/** What a page says in one language: messages by key, lists, days and percentages. */
public record Words(MessageSource messages, Locale locale) {

    /** The message {@code result.<key>}. */
    public String say(String key, Object... arguments) {
        return messages.getMessage("result." + key, arguments, locale);
    }

    public String in(Text text) {
        return text.in(locale);
    }

    public boolean japanese() {
        return !Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    /** 「A」「B」 in Japanese, “A”, “B” in English. */
    public String quoted(Collection<String> names) {
        return joined("quoted.and", names.stream().map(name -> say("quoted", name)));
    }

    public String listed(Collection<String> names) {
        return joined("list.and", names.stream());
    }

    /** Pairs of names, joined from the left by a message of two places; empty for none. */
    public String joined(String key, Stream<String> names) {
        return names.reduce((first, next) -> say(key, first, next)).orElse("");
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    /**
     * A probability as whole percent, rounded down, so that one just below a band's threshold never reads as if it
     * stood on it: 0.4999 is 49%. What is neither impossible nor certain is not called so.
     */
    public String percent(double probability) {
        return percent(probability, RoundingMode.FLOOR);
    }

    public String percent(double probability, RoundingMode rounding) {
        // nine digits first: the product of floating-point numbers may miss 0.1 by the seventeenth
        int whole = BigDecimal.valueOf(probability)
                .setScale(9, RoundingMode.HALF_UP)
                .movePointRight(2)
                .setScale(0, rounding)
                .intValueExact();
        if (whole == 0 && probability > 0) {
            return say("percent.almost-none");
        }
        return say("percent", whole);
    }
}
