package jp.readiness.answers;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads a number as people in Japan type it: {@code ３名}, {@code 1,000}, {@code －2.5}, {@code 3億5,000万円}, {@code ▲5}.
 */
final class NumberWords {

    private static final String DIGITS = "(\\d{1,3}(?:,\\d{3})+|\\d{1,40})";
    private static final Pattern PLAIN = Pattern.compile("(-?)" + DIGITS + "(\\.\\d{1,40})?");
    private static final Pattern MYRIADS =
            Pattern.compile("(-?)(?:" + DIGITS + "(\\.\\d{1,8})?億)?(?:" + DIGITS + "(\\.\\d{1,4})?万)?" + DIGITS + "?");
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Question question;

    NumberWords(Question question) {
        this.question = question;
    }

    Read read(String typed) {
        return parse(withoutUnit(Typed.folded(typed)))
                .map(number -> Numbers.read(question, number))
                .orElseGet(() -> Read.problem(new Text(
                        "数字で答えてください(入力:" + Typed.shown(typed) + ")。",
                        "Please answer with a number (you gave: " + Typed.shown(typed) + ").")));
    }

    /** The unit is shown beside the field, and many type it all the same. */
    private String withoutUnit(String typed) {
        return Stream.of(question.unit().ja(), question.unit().en())
                .map(unit -> variants(Typed.folded(unit)))
                .filter(unit -> !unit.isEmpty() && variants(typed).endsWith(unit))
                .findFirst()
                .map(unit -> typed.substring(0, typed.length() - unit.length()).strip())
                .orElse(typed);
    }

    /** 2人 for 2名, and 3ヶ月 or 3カ月 for 3か月, are the same to everybody. */
    private static String variants(String unit) {
        return unit.replace('人', '名').replaceAll("[ヶヵカケ](?=[月所国年])", "か");
    }

    private static Optional<BigDecimal> parse(String typed) {
        String number = typed.replaceFirst("^[-−‐‑–—ー▲△]\\s*", "-").replaceFirst("^\\+", "");
        Matcher plain = PLAIN.matcher(number);
        if (plain.matches()) {
            return Optional.of(signed(plain.group(1), amount(plain.group(2), plain.group(3))));
        }
        Matcher myriads = MYRIADS.matcher(number);
        if (!number.isEmpty() && myriads.matches() && (myriads.group(2) != null || myriads.group(4) != null)) {
            BigDecimal sum = amount(myriads.group(2), myriads.group(3))
                    .multiply(HUNDRED_MILLION)
                    .add(amount(myriads.group(4), myriads.group(5)).multiply(TEN_THOUSAND))
                    .add(amount(myriads.group(6), null));
            return Optional.of(signed(myriads.group(1), sum));
        }
        return Optional.empty();
    }

    private static BigDecimal amount(@Nullable String whole, @Nullable String fraction) {
        return whole == null
                ? BigDecimal.ZERO
                : new BigDecimal(whole.replace(",", "") + (fraction == null ? "" : fraction));
    }

    private static BigDecimal signed(String minus, BigDecimal amount) {
        return minus.isEmpty() ? amount : amount.negate();
    }
}
