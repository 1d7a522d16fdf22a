package jp.readiness.rulebook;

import java.util.Arrays;
import java.util.stream.IntStream;
import jp.readiness.programme.Place;

/** The author's text, and where in it an offset lies. */
final class SourceText {

    private final String file;
    private final String text;
    private final int[] lineStarts;

    SourceText(String file, String text) {
        this.file = file;
        this.text = text;
        IntStream afterBreaks = IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n' || text.charAt(i) == '\r' && !text.startsWith("\r\n", i))
                .map(i -> i + 1);
        this.lineStarts = IntStream.concat(IntStream.of(0), afterBreaks).toArray();
    }

    String text() {
        return text;
    }

    String between(int from, int to) {
        return text.substring(from, to);
    }

    /** @param offset in chars, from 0 */
    Place place(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Place(file, line + 1, text.codePointCount(lineStarts[line], offset) + 1);
    }

    /** Offset of a line (from 1) and a column in chars (from 0), as Drools' parser counts; the nearest if beyond. */
    int offset(int line, int column) {
        int start = lineStarts[Math.min(Math.max(line, 1), lineStarts.length) - 1];
        return Math.min(start + Math.max(column, 0), text.length());
    }
}
