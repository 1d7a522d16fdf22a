package jp.readiness.table;

import java.util.List;
import java.util.Optional;
import jp.readiness.programme.Text;

/**
 * A row of a table.
 *
 * @param line where it starts in the file, counted from 1 as editors and spreadsheets do
 * @param cells as text, none of them null; there may be fewer or more than the header has
 * @param damage why the row cannot be taken as it stands, whatever its cells say
 */
public record Row(long line, List<String> cells, Optional<Text> damage) {

    public Row(long line, List<String> cells) {
        this(line, cells, Optional.empty());
    }

    /** The cell under a column; empty where the row ends before it. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return damage.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
