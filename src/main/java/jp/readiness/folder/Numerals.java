package jp.readiness.folder;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as YAML files write them: plain digits with an optional minus and point, so that what one reads is exact. */
final class Numerals {

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    private Numerals() {}

    static Optional<BigDecimal> exact(String text) {
        return PLAIN.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** What somebody meant by {@code ３}, {@code 1,000} or {@code "3"}. */
    static Optional<String> meant(String text) {
        return exact(halfWidth(text).replaceAll("[,_\\s]", "")).map(BigDecimal::toPlainString);
    }

    static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
