package jp.readiness.programme;

import java.util.Comparator;

/**
 * Where something stands in the rules folder.
 *
 * @param file path relative to the rules folder, with {@code /}
 * @param line from 1
 * @param column in characters (code points), from 1
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparingInt(Place::line).thenComparingInt(Place::column);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
