package jp.readiness.matching;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.readiness.batch.CellProblem;
import jp.readiness.batch.Columns;
import jp.readiness.batch.ReadRow;
import jp.readiness.batch.RowReader;
import jp.readiness.programme.Side;
import jp.readiness.programme.Text;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableReader;

/** Reads the applicants of one side from a CSV or XLSX file, as {@code batch} does. */
public final class SheetFile {

    private SheetFile() {}

    /**
     * @param most rows that are read
     * @throws BadList if the file cannot be read as a list of that side, or is too long
     */
    public static SheetList read(Path file, Side side, Optional<Charset> encoding, int most) {
        try (Table table = TableReader.open(file, encoding)) {
            Columns columns = Columns.of(table.header(), side.edition().questions(), Map.of());
            if (!columns.problems().isEmpty()) {
                throw new BadList(columns.problems());
            }
            List<Text> notes = new ArrayList<>(table.notes());
            notes.addAll(columns.warnings());
            return rows(table, new RowReader(columns, side.edition().questions()), most, notes);
        } catch (TableProblem e) {
            throw new BadList(List.of(e.text()));
        }
    }

    private static SheetList rows(Table table, RowReader reader, int most, List<Text> notes) {
        List<Listed> applicants = new ArrayList<>();
        List<Text> rejected = new ArrayList<>();
        for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
            ReadRow read = reader.read(row.get());
            read.problems().stream().map(CellProblem::text).forEach(rejected::add);
            if (read.isGood()) {
                String line = String.valueOf(read.line());
                applicants.add(new Listed(read.applicant().orElse("#" + line), line, read.answers()));
            }
            if (applicants.size() > most) {
                throw new BadList(List.of(new Text(
                        "行が多すぎます(%,d行まで)。ファイルを分けてください。".formatted(most),
                        "There are too many rows (at most %,d). Split the file.".formatted(most))));
            }
        }
        return new SheetList(applicants, rejected, notes);
    }
}
