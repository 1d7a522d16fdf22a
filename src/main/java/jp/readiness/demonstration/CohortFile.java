package jp.readiness.demonstration;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.readiness.batch.Columns;
import jp.readiness.batch.ReadRow;
import jp.readiness.batch.RowReader;
import jp.readiness.demonstration.DemonstrationCohort.Applicant;
import jp.readiness.demonstration.DemonstrationCohort.Kind;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Step;
import jp.readiness.programme.Suggestion;
import jp.readiness.programme.Text;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableProblem;
import jp.readiness.table.TableReader;
import jp.readiness.trackrecord.Outcome;

/** Reads one {@code cohort-*.csv}: the columns of a batch and, beside them, how it ended and that it is invented. */
final class CohortFile {

    private static final String OUTCOME = "outcome";
    private static final String STEP = "outcomeStep";
    private static final String REASON = "outcomeReason";
    private static final String ORIGIN = "origin";
    private static final List<String> OWN = List.of(OUTCOME, STEP, REASON, ORIGIN);

    private static final Text MARK_IT = new Text(
            "列「origin」のすべての行に reconstructed（公表された合計、事実は創作）か synthetic（すべて創作）を含む文を入れてください。",
            "Let every row of the column `origin` say reconstructed (published totals, invented facts) or synthetic (all invented).");

    private final Path file;
    private final String name;
    private final Edition edition;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Applicant> applicants = new ArrayList<>();
    private Kind kind = Kind.RECONSTRUCTED;

    /** @param name relative to the rules folder */
    CohortFile(Path file, String name, Edition edition) {
        this.file = file;
        this.name = name;
        this.edition = edition;
    }

    DemonstrationCohort read() {
        try (Table table = TableReader.open(file, Optional.of(StandardCharsets.UTF_8))) {
            read(table, new CellPlaces(file, name));
        } catch (TableProblem e) {
            problems.add(Problem.error(CellPlaces.start(name), "BAD_COHORT", e.text(), Text.NONE));
        }
        return new DemonstrationCohort(
                name,
                DemonstrationCohorts.cohort(name),
                kind,
                applicants,
                problems.stream().sorted().toList());
    }

    private void read(Table table, CellPlaces places) {
        List<String> header = table.header();
        Map<String, String> own = new LinkedHashMap<>();
        OWN.stream().filter(header::contains).forEach(column -> own.put(column, "ignore"));
        Columns columns = Columns.of(header, edition.questions(), own);
        columns.problems()
                .forEach(text ->
                        problems.add(Problem.error(CellPlaces.start(name), "BAD_COHORT_COLUMN", text, Text.NONE)));
        if (!header.contains(ORIGIN)) {
            problems.add(Problem.error(
                    CellPlaces.start(name),
                    "UNMARKED_COHORT",
                    new Text(
                            "創作された応募者であることを示す列「origin」がありません。",
                            "The column `origin`, which says that the applicants are invented, is missing."),
                    MARK_IT));
        }
        if (!columns.problems().isEmpty()) {
            return;
        }
        RowReader reader = new RowReader(columns, edition.questions());
        for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
            new RowCheck(row.get(), header, places).take(reader.read(row.get()));
        }
    }

    /** One row being read. */
    private final class RowCheck {

        private final Row row;
        private final List<String> header;
        private final CellPlaces places;
        private boolean isSound = true;

        RowCheck(Row row, List<String> header, CellPlaces places) {
            this.row = row;
            this.header = header;
            this.places = places;
        }

        void take(ReadRow read) {
            read.problems().forEach(problem -> wrong("BAD_CELL", problem.column(), problem.reason(), Text.NONE));
            checkOrigin();
            Optional<Outcome> outcome = outcome();
            if (isSound) {
                applicants.add(new Applicant(read.applicant().orElse(""), read.answers(), outcome, finding()));
            }
        }

        private void checkOrigin() {
            if (!header.contains(ORIGIN)) {
                return;
            }
            String origin = cell(ORIGIN).toLowerCase(Locale.ROOT);
            if (origin.contains("synthetic")) {
                kind = Kind.SYNTHETIC;
            } else if (!origin.contains("reconstructed")) {
                wrong(
                        "UNMARKED_COHORT",
                        ORIGIN,
                        new Text("この行に、創作であることが書かれていません。", "This row does not say that it is invented."),
                        MARK_IT);
            }
        }

        private Optional<Outcome> outcome() {
            String outcome = cell(OUTCOME);
            return switch (outcome) {
                case "" -> Optional.empty();
                case "FINISHED" -> Optional.of(new Outcome.Finished());
                case "LEFT" -> Optional.of(new Outcome.Left(step()));
                default -> {
                    wrong(
                            "BAD_CELL",
                            OUTCOME,
                            new Text(
                                    "結果「%s」は使えません。".formatted(outcome),
                                    "The outcome `%s` is not known.".formatted(outcome)),
                            new Text(
                                    "FINISHED（修了）か LEFT（やめた）、または空欄にしてください。",
                                    "Write FINISHED or LEFT, or leave it empty."));
                    yield Optional.empty();
                }
            };
        }

        private Optional<String> step() {
            String step = cell(STEP);
            List<String> known = edition.steps().stream().map(Step::id).toList();
            if (!step.isEmpty() && !known.contains(step)) {
                wrong(
                        "BAD_CELL",
                        STEP,
                        new Text("段階「%s」はありません。".formatted(step), "There is no step `%s`.".formatted(step)),
                        Suggestion.maybe(step, known));
            }
            return Optional.of(step).filter(id -> !id.isEmpty());
        }

        private Optional<String> finding() {
            return Optional.of(cell(REASON))
                    .filter(id -> edition.finding(id)
                            .filter(Finding.Signal.class::isInstance)
                            .isPresent());
        }

        private String cell(String column) {
            int index = header.indexOf(column);
            return index < 0 ? "" : row.cell(index).strip();
        }

        private void wrong(String code, String column, Text message, Text hint) {
            isSound = false;
            problems.add(Problem.error(places.of(row.line(), header.indexOf(column)), code, message, hint));
        }
    }
}
