package jp.readiness.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.programme.Text;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A workbook, open: the first of its visible sheets that is not empty. */
final class XlsxTable implements Table {

    /** A row that has cells far to the right of every table is cut there. */
    private static final int MOST_CELLS = 2 * TableReader.MOST_COLUMNS;

    private final ReadableWorkbook workbook;
    private final List<Text> notes = new ArrayList<>();
    private final List<String> header;

    private Stream<org.dhatim.fastexcel.reader.Row> stream = Stream.empty();
    private Iterator<org.dhatim.fastexcel.reader.Row> rows = stream.iterator();
    private long line;

    private XlsxTable(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.header = Headers.of(first());
    }

    static XlsxTable open(Path file) throws IOException {
        ReadableWorkbook workbook = null;
        try {
            boolean merged = WorkbookCheck.check(file);
            workbook = workbook(file);
            XlsxTable table = new XlsxTable(workbook);
            if (merged) {
                table.notes.add(
                        new Text(
                                "結合されたセルがあります。値は左上のセルだけに入り、ほかの行や列では空として扱います。",
                                "There are merged cells: only the first row and column of each has its value, the others are taken as empty."));
            }
            return table;
        } catch (TableProblem e) {
            close(workbook);
            throw e;
        } catch (IOException | RuntimeException e) {
            close(workbook);
            throw damaged(0);
        }
    }

    /** A workbook without styles is sound, and has no formats to read. */
    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ReadableWorkbook workbook) throws IOException {
        if (workbook != null) {
            workbook.close();
        }
    }

    private static TableProblem damaged(long line) {
        return line == 0
                ? new TableProblem(
                        "Excelファイルが壊れているか、途中で切れているため読めません。もう一度保存するか、送り直してもらってください。",
                        "The Excel file is damaged or cut off and cannot be read. Save it again, or ask for it once more.")
                : new TableProblem(
                        "Excelファイルが%d行目より後で壊れているため読めません。もう一度保存するか、送り直してもらってください。".formatted(line),
                        "The Excel file is damaged after row %d and cannot be read. Save it again, or ask for it once more."
                                .formatted(line));
    }

    /** Goes through the sheets until one has a row. */
    private Optional<Row> first() throws IOException {
        List<Sheet> visible = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        for (Sheet sheet : visible) {
            stream.close();
            stream = sheet.openStream();
            rows = stream.iterator();
            line = 0;
            Optional<Row> row = next();
            if (row.isPresent()) {
                note(sheet, visible);
                return row;
            }
        }
        return Optional.empty();
    }

    private void note(Sheet taken, List<Sheet> visible) {
        List<Sheet> others = visible.stream().filter(sheet -> sheet != taken).toList();
        if (!others.isEmpty()) {
            String names = others.stream().map(Sheet::getName).collect(Collectors.joining(", "));
            notes.add(new Text(
                    "シート「%s」だけを読みます（読まないシート: %s）。".formatted(taken.getName(), names),
                    "Only the sheet %s is read, and not %s.".formatted(taken.getName(), names)));
        }
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public Optional<Charset> encoding() {
        return Optional.empty();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public List<Text> notes() {
        return List.copyOf(notes);
    }

    /** The library does not say how far it has come; a sheet cannot have more rows than these. */
    @Override
    public double progress() {
        return Math.min(1, (double) line / Format.SHEET_ROWS);
    }

    @Override
    public Optional<Row> next() {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row found = rows.next();
                line = Math.max(line + 1, found.getRowNum());
                Row row = new Row(line, cells(found));
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw damaged(line);
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        int count = Math.min(row.getCellCount(), MOST_CELLS);
        List<String> cells = new ArrayList<>(count);
        for (int column = 0; column < count; column++) {
            cells.add(Cells.text(row.getCell(column)));
        }
        return cells;
    }

    @Override
    public void close() {
        try {
            stream.close();
            workbook.close();
        } catch (IOException e) {
            throw damaged(line);
        }
    }
}
