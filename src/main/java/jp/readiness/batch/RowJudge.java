package jp.readiness.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Brief;
import jp.readiness.advice.Briefs;
import jp.readiness.programme.Edition;
import jp.readiness.table.CsvText;
import jp.readiness.table.Row;

/** Judges some rows after another; one for each thread. */
final class RowJudge {

    /**
     * What came of some rows.
     *
     * @param good results as CSV
     * @param bad rejected rows with the reasons as CSV
     */
    record Judged(int rows, int rejected, byte[] good, byte[] bad, List<CellProblem> firstProblems) {}

    private static final int MOST_PROBLEMS_TOLD = 20;

    private final Adviser adviser;
    private final BatchOrder order;
    private final int columns;
    private final RowReader reader;
    private final Briefs briefs;
    private final Optional<Details> details;
    private final CsvText good;
    private final CsvText bad;

    RowJudge(Adviser adviser, BatchOrder order, Columns columns) {
        Edition edition = adviser.edition();
        this.adviser = adviser;
        this.order = order;
        this.columns = columns.all().size();
        this.reader = new RowReader(columns, edition.questions());
        this.briefs = adviser.briefs(order.asOf());
        this.details = order.details() ? Optional.of(new Details(edition, order.locale())) : Optional.empty();
        this.good = new CsvText(header(edition, order).size());
        this.bad = new CsvText(columns.all().size() + 1);
    }

    static List<String> header(Edition edition, BatchOrder order) {
        List<String> header = Results.header(edition);
        if (order.details()) {
            header.addAll(Details.HEADER);
        }
        return header;
    }

    /** The original columns and the reasons. */
    static List<String> rejectsHeader(List<String> original, BatchOrder order) {
        List<String> header = new ArrayList<>(original);
        header.add(Names.REASONS.get(order.locale().getLanguage().equals("en") ? 1 : 0));
        return header;
    }

    Judged judge(List<Row> rows) {
        List<CellProblem> first = new ArrayList<>();
        int rejected = 0;
        for (Row row : rows) {
            ReadRow read = reader.read(row);
            if (read.isGood()) {
                good.write(result(read));
            } else {
                rejected++;
                read.problems().stream()
                        .limit(MOST_PROBLEMS_TOLD - first.size())
                        .forEach(first::add);
                bad.write(rejected(row, read));
            }
        }
        return new Judged(rows.size(), rejected, good.take(), bad.take(), first);
    }

    private List<String> result(ReadRow read) {
        if (details.isEmpty()) {
            return Results.row(read, briefs.of(read.inOrder()));
        }
        Assessment assessment = adviser.assess(read.answers(), order.asOf());
        List<String> cells = Results.row(read, Brief.of(assessment));
        cells.addAll(details.get().row(assessment));
        return cells;
    }

    /** As it stood, cell by cell; what stood beyond the header is said in the reasons. */
    private List<String> rejected(Row row, ReadRow read) {
        List<String> cells = new ArrayList<>(columns + 1);
        for (int column = 0; column < columns; column++) {
            cells.add(row.cell(column));
        }
        cells.add(read.problems().stream()
                .map(problem -> order.locale().getLanguage().equals("en")
                        ? problem.text().en()
                        : problem.text().ja())
                .collect(Collectors.joining("\n")));
        return cells;
    }
}
