package jp.readiness.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook to fill in: a sheet with headers, notes on them and lists to choose from, and a sheet that explains the
 * columns.
 *
 * @param title of the sheet to fill in
 * @param guideTitle of the sheet that explains
 * @param guide rows that explain, the first of them headers
 */
public record FormSheet(String title, List<Column> columns, String guideTitle, List<List<String>> guide) {

    /**
     * @param note that shows beside the header
     * @param choices to choose from; none where one types
     */
    public record Column(String header, String note, List<String> choices) {
        public Column {
            choices = List.copyOf(choices);
        }
    }

    /** As many rows as a form to fill in by hand may need. */
    private static final int ROWS = 1_000;

    private static final double WIDTH = 24;
    private static final double GUIDE_WIDTH = 40;
    private static final String HEADER_COLOUR = "E8F1FE";

    public FormSheet {
        columns = List.copyOf(columns);
        guide = List.copyOf(guide);
    }

    public void write(OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "ReadinessAdvisor", null)) {
            Worksheet form = workbook.newWorksheet(title);
            Worksheet explained = workbook.newWorksheet(guideTitle);
            Worksheet lists = workbook.newWorksheet("lists");
            lists.setVisibilityState(VisibilityState.HIDDEN);
            form.freezePane(1, 1);
            for (int column = 0; column < columns.size(); column++) {
                writeColumn(form, lists, column);
            }
            writeGuide(explained);
        }
    }

    private void writeColumn(Worksheet form, Worksheet lists, int index) {
        Column column = columns.get(index);
        form.value(0, index, column.header());
        form.style(0, index)
                .bold()
                .wrapText(true)
                .verticalAlignment("top")
                .fillColor(HEADER_COLOUR)
                .set();
        form.width(index, WIDTH);
        if (!column.note().isEmpty()) {
            form.comment(0, index, column.note());
        }
        if (!column.choices().isEmpty()) {
            for (int row = 0; row < column.choices().size(); row++) {
                lists.value(row, index, column.choices().get(row));
            }
            Range choices = lists.range(0, index, column.choices().size() - 1, index);
            form.range(1, index, ROWS, index).validateWithList(choices);
        }
    }

    private void writeGuide(Worksheet sheet) {
        for (int row = 0; row < guide.size(); row++) {
            for (int column = 0; column < guide.get(row).size(); column++) {
                sheet.value(row, column, guide.get(row).get(column));
                sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
                sheet.width(column, GUIDE_WIDTH);
            }
        }
        if (!guide.isEmpty()) {
            sheet.range(0, 0, 0, guide.get(0).size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEADER_COLOUR)
                    .set();
            sheet.freezePane(0, 1);
        }
    }
}
