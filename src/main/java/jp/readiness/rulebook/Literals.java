package jp.readiness.rulebook;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** What authors write out: {@code 2}, {@code 0.5}, {@code "text"}. */
final class Literals {

    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]{0,14})(\\.[0-9]{1,15})?");
    private static final int LONGEST_TEXT = 200;

    private Literals() {}

    /** Empty for what is no plain decimal number of at most 15 digits before and after the point, such as 1e9 or 0x1F. */
    static Optional<BigDecimal> number(String written) {
        return NUMBER.matcher(written).matches() ? Optional.of(new BigDecimal(written)) : Optional.empty();
    }

    /**
     * The text between the quotes; empty if it is longer than 200 characters or a backslash stands before anything but a
     * quote, a backslash, n or t.
     */
    static Optional<String> text(String quoted) {
        String inside = quoted.substring(1, quoted.length() - 1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            int escape = c == '\\' ? "\"'\\nt".indexOf(inside.charAt(++i)) : -1;
            if (c == '\\' && escape < 0) {
                return Optional.empty();
            }
            text.append(c == '\\' ? "\"'\\\n\t".charAt(escape) : c);
        }
        return text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text.toString());
    }
}
