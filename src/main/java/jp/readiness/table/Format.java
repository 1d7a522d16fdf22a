package jp.readiness.table;

import java.util.Locale;
import java.util.Optional;

/** The kinds of file that hold a table. */
public enum Format {
    CSV,
    XLSX;

    /** Rows that a sheet holds, its header among them. */
    public static final int SHEET_ROWS = 1_048_576;

    /** By the ending of a file's name; empty for every other ending. */
    public static Optional<Format> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            return Optional.of(CSV);
        }
        return name.endsWith(".xlsx") ? Optional.of(XLSX) : Optional.empty();
    }
}
