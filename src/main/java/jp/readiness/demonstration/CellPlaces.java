package jp.readiness.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.readiness.programme.Place;

/** Where a cell stands in a CSV file, counted in characters as for every other problem of the rules folder. */
final class CellPlaces {

    private final String name;
    private final List<String> lines;

    /** @param name relative to the rules folder */
    CellPlaces(Path file, String name) {
        this.name = name;
        this.lines = lines(file);
    }

    static Place start(String name) {
        return new Place(name, 1, 1);
    }

    /** @param cell index; below 0 for the row as a whole */
    Place of(long line, int cell) {
        boolean isKnown = cell > 0 && line <= lines.size();
        return new Place(name, (int) line, isKnown ? column(lines.get((int) line - 1), cell) : 1);
    }

    /** Behind that many commas outside of quotation marks; in the first column where a cell before it has line breaks. */
    private static int column(String line, int cell) {
        boolean isQuoted = false;
        int behind = 0;
        int column = 0;
        for (int character : line.codePoints().toArray()) {
            column++;
            isQuoted ^= character == '"';
            behind += character == ',' && !isQuoted ? 1 : 0;
            if (behind == cell) {
                return column + 1;
            }
        }
        return 1;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            // what is wrong with the file is said by whoever reads its rows
            return List.of();
        }
    }
}
