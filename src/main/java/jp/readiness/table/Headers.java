package jp.readiness.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a table. */
final class Headers {

    private Headers() {}

    /** @throws TableProblem without a row that could be one */
    static List<String> of(Optional<Row> first) {
        Row row = first.orElseThrow(() -> new TableProblem(
                "見出しの行がありません。1行目に列の名前を入れてください。",
                "There is no row of headers. Put the names of the columns into the first row."));
        row.damage().ifPresent(damage -> {
            throw new TableProblem(
                    "見出しの行（%d行目）を読めません。%s".formatted(row.line(), damage.ja()),
                    "The row of headers (line %d) cannot be read. %s".formatted(row.line(), damage.en()));
        });
        List<String> cells =
                new ArrayList<>(row.cells().stream().map(String::strip).toList());
        while (cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        if (cells.size() > TableReader.MOST_COLUMNS) {
            throw new TableProblem(
                    "列が多すぎます（%,d列まで）。".formatted(TableReader.MOST_COLUMNS),
                    "There are too many columns (%,d at most).".formatted(TableReader.MOST_COLUMNS));
        }
        return List.copyOf(cells);
    }
}
