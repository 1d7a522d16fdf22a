package jp.readiness.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a workbook with one sheet, all of whose cells are text, and keeps no more than a few rows in memory. */
final class XlsxTableWriter implements TableWriter {

    private static final int FLUSH_EVERY = 1_000;
    private static final int LONGEST_CELL = 32_767;

    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxTableWriter(Path file) throws IOException {
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.workbook = new Workbook(out, "ReadinessAdvisor", null);
        this.sheet = workbook.newWorksheet("Sheet1");
        sheet.freezePane(0, 1);
    }

    @Override
    public void write(List<String> cells) throws IOException {
        if (row == Format.SHEET_ROWS) {
            throw new TableProblem(
                    "Excelのシートには%,d行までしか入りません。CSV に書き出してください。".formatted(Format.SHEET_ROWS),
                    "An Excel sheet holds %,d rows at most. Write CSV instead.".formatted(Format.SHEET_ROWS));
        }
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(row, column, cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
            }
        }
        if (++row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.close();
        }
    }
}
