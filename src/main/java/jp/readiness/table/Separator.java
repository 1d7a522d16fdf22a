package jp.readiness.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between the cells of a CSV file: the comma, semicolon or tab that its header has most of, or what Excel's
 * {@code sep=;} line says.
 *
 * @param said whether the first line says it and is no row
 */
record Separator(char character, boolean said) {

    private static final Pattern SAID =
            Pattern.compile("\"?sep=(.)\"?\\R.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String KNOWN = ",;\t";

    /** @param start of the text, its header row at least */
    static Separator of(String start) {
        Matcher said = SAID.matcher(start);
        if (said.matches() && said.group(1).charAt(0) != '"') {
            return new Separator(said.group(1).charAt(0), true);
        }
        int[] counts = new int[KNOWN.length()];
        boolean quoted = false;
        for (char c : firstRow(start.stripLeading()).toCharArray()) {
            quoted ^= c == '"';
            int known = KNOWN.indexOf(c);
            if (known >= 0 && !quoted) {
                counts[known]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return new Separator(KNOWN.charAt(most), false);
    }

    private static String firstRow(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r')) {
                return text.substring(0, i);
            }
        }
        return Optional.of(text)
                .filter(t -> !quotedAtEnd(t))
                .orElseGet(() -> text.lines().findFirst().orElse(""));
    }

    private static boolean quotedAtEnd(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }
}
