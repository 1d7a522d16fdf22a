package jp.readiness.folder;

import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.programme.Text;

/** Builds messages in both languages with the values of the case. */
final class Wording {

    private static final int SHOWN = 40;
    private static final int LISTED = 20;

    private Wording() {}

    /** Puts the same values into both sentences, by {@code %s} or {@code %1$s}. */
    static Text say(String ja, String en, Object... values) {
        Object[] shown = Stream.of(values).map(Wording::shown).toArray();
        return new Text(String.format(ja, shown), String.format(en, shown));
    }

    /** The names one may use, for a hint; long lists are cut. */
    static String list(Collection<String> names) {
        String first =
                names.stream().limit(LISTED).map(name -> (String) shown(name)).collect(Collectors.joining(", "));
        return names.size() > LISTED ? first + ", …" : first;
    }

    /** A hint that names what is permitted. */
    static Text permitted(Collection<String> names) {
        return names.isEmpty()
                ? Text.NONE
                : new Text("使えるのは " + list(names) + " です。", "You can use: " + list(names) + ".");
    }

    /** A value of the author as it fits into one line of a message. */
    static Object shown(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        String line = text.replaceAll("[\\s\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
