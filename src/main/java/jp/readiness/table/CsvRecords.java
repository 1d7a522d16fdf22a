package jp.readiness.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.Arrays;
import java.util.Collections;

/** Makes rows of what the CSV parser finds. */
final class CsvRecords extends AbstractBaseCsvCallbackHandler<Row> {

    /** More cells than this in one row are left out; the row has far too many anyway. */
    private static final int MOST_CELLS = 2 * TableReader.MOST_COLUMNS;

    private String[] cells = new String[16];

    /** Where the row that is being read, or was read last, starts. */
    long line() {
        return getStartingLineNumber();
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (index >= MOST_CELLS) {
            return;
        }
        if (index == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[index] = length == 0 ? "" : Formulas.unguarded(new String(buffer, offset, length));
    }

    @Override
    protected Row buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return new Row(getStartingLineNumber(), Collections.emptyList());
        }
        String[] row = Arrays.copyOf(cells, Math.min(getFieldCount(), MOST_CELLS));
        return new Row(getStartingLineNumber(), Collections.unmodifiableList(Arrays.asList(row)));
    }
}
