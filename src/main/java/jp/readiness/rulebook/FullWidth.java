package jp.readiness.rulebook;

import java.util.Map;
import java.util.Optional;

/** Signs that a Japanese keyboard gives in place of the plain ones. */
final class FullWidth {

    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry(0x3000, " "),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '「', "\""),
            Map.entry((int) '」', "\""),
            Map.entry((int) '、', ","),
            Map.entry((int) '。', "."),
            Map.entry((int) '≠', "!="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≦', "<="),
            Map.entry((int) '≧', ">="),
            Map.entry((int) '−', "-"));

    /** The full-width forms of the signs and digits of ASCII. */
    private static final int FIRST = '！';

    private static final int LAST = '～';

    private FullWidth() {}

    /** What DRL wants in place of a full-width sign or digit; empty for letters, which names may have, and all else. */
    static Optional<String> plain(int c) {
        if (c >= FIRST && c <= LAST && c != '＿') {
            return Character.isLetter(c) ? Optional.empty() : Optional.of(Character.toString(c - FIRST + '!'));
        }
        return Optional.ofNullable(SIGNS.get(c));
    }
}
