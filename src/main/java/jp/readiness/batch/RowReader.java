package jp.readiness.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.answers.AnswerReader;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.batch.Columns.Column;
import jp.readiness.batch.Columns.Use;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Text;
import jp.readiness.table.Row;
import org.jspecify.annotations.Nullable;

/** Reads rows as answer sheets. Remembers what it read, since most cells of a column are alike: one for each thread. */
public final class RowReader {

    /** So that a column in which every cell is another takes no more than this. */
    private static final int MOST_REMEMBERED = 2_000;

    private static final int LONGEST_REMEMBERED = 100;
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");
    private static final String SEPARATORS = ",;\t";
    private static final char REPLACED = '\uFFFD';

    /** What a spreadsheet shows where a formula failed. */
    private static final Set<String> FAILED =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");

    private final AnswerReader reader = new AnswerReader();
    private final List<Question> questions;
    private final int columns;
    private final Optional<Column> applicant;
    private final List<AnswerColumn> answers = new ArrayList<>();

    /** A column that answers a question. */
    private record AnswerColumn(Column column, int index, Question question, Map<String, Read> remembered) {}

    /** @param questions of the edition, in its order */
    public RowReader(Columns columns, List<Question> questions) {
        this.questions = List.copyOf(questions);
        this.columns = columns.all().size();
        this.applicant = columns.applicant();
        for (Column column : columns.all()) {
            if (column.use() == Use.QUESTION) {
                int index = questions.stream()
                        .map(Question::id)
                        .toList()
                        .indexOf(column.question().orElseThrow());
                answers.add(new AnswerColumn(column, index, questions.get(index), new HashMap<>()));
            }
        }
    }

    /** Reads a row; a bad cell rejects it, and everything wrong with it is said. */
    public ReadRow read(Row row) {
        List<CellProblem> problems = new ArrayList<>(0);
        @Nullable Answer[] given = new Answer[questions.size()];
        row.damage().ifPresent(damage -> problems.add(new CellProblem(row.line(), "", "", damage)));
        Optional<String> name = Optional.empty();
        if (row.damage().isEmpty()) {
            name = applicant.flatMap(column -> name(row, column, problems));
            for (AnswerColumn column : answers) {
                given[column.index()] = answer(row, column, problems);
            }
            checkEnd(row, problems);
        }
        return new ReadRow(row.line(), name, questions, given, problems);
    }

    private @Nullable Answer answer(Row row, AnswerColumn column, List<CellProblem> problems) {
        String cell = row.cell(column.column().index());
        if (cell.isEmpty()) {
            return null;
        }
        Read read = column.remembered().get(cell);
        if (read == null) {
            read = read(column.question(), cell);
            if (column.remembered().size() < MOST_REMEMBERED && cell.length() <= LONGEST_REMEMBERED) {
                column.remembered().put(cell, read);
            }
        }
        read.problem()
                .ifPresent(reason ->
                        problems.add(new CellProblem(row.line(), column.column().header(), cell, reason)));
        return read.answer().orElse(null);
    }

    private Read read(Question question, String cell) {
        Optional<Text> unreadable = unreadable(cell);
        if (unreadable.isPresent()) {
            return new Read(Optional.empty(), unreadable);
        }
        // people break the lines of long notes; to a short text a line break means nothing
        boolean isText = question.type() == QuestionType.TEXT;
        return reader.typed(question, List.of(isText ? onOneLine(cell) : cell));
    }

    private static Optional<String> name(Row row, Column column, List<CellProblem> problems) {
        String cell = row.cell(column.index());
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        String name = onOneLine(cell);
        Optional<Text> problem = unreadable(cell);
        if (problem.isEmpty() && name.codePointCount(0, name.length()) > AnswerDocument.MAX_APPLICANT) {
            problem = Optional.of(new Text(
                    "名前は%d文字までです。".formatted(AnswerDocument.MAX_APPLICANT),
                    "A name takes %d characters at most.".formatted(AnswerDocument.MAX_APPLICANT)));
        }
        if (problem.isEmpty() && UNPRINTABLE.matcher(name).find()) {
            problem = Optional.of(new Text("見えない制御文字が含まれています。", "It has invisible control characters in it."));
        }
        problem.ifPresent(reason -> problems.add(new CellProblem(row.line(), column.header(), cell, reason)));
        return Optional.of(name).filter(n -> !n.isEmpty());
    }

    private static String onOneLine(String cell) {
        String line = cell.strip();
        return line.indexOf('\n') < 0 && line.indexOf('\r') < 0
                ? line
                : LINE_BREAK.matcher(line).replaceAll(" ");
    }

    private static Optional<Text> unreadable(String cell) {
        if (cell.indexOf(REPLACED) >= 0) {
            return Optional.of(new Text(
                    "読めない文字が含まれています（文字コードの誤り）。正しい文字に直してください。",
                    "It has characters that cannot be read (broken encoding). Type them again."));
        }
        if (cell.charAt(0) == '#' && FAILED.contains(cell)) {
            return Optional.of(new Text("計算式がエラーになっています。値を入れてください。", "A formula failed here. Put in the value."));
        }
        return Optional.empty();
    }

    /**
     * A quotation mark that is not closed runs on to the next one, rows later: the cell between them then holds whole
     * rows, which must not vanish in a name.
     */
    private boolean swallowedRows(Row row) {
        if (columns <= 2) {
            return false;
        }
        for (String cell : row.cells()) {
            if ((cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0)
                    && cell.lines().anyMatch(this::looksLikeRow)) {
                return true;
            }
        }
        return false;
    }

    private boolean looksLikeRow(String line) {
        return line.chars().filter(c -> SEPARATORS.indexOf(c) >= 0).count() >= columns - 1;
    }

    private static Text swallowed() {
        return new Text(
                "引用符「\"」が閉じていないため、次の行までが1つのセルに入っています。引用符を直して、行を分けてください。",
                "A quotation mark (\") is not closed, so that the following rows ended up in one cell. Correct it and part the rows.");
    }

    private void checkEnd(Row row, List<CellProblem> problems) {
        if (swallowedRows(row)) {
            problems.add(new CellProblem(row.line(), "", "", swallowed()));
            return;
        }
        List<String> cells = row.cells();
        for (int index = columns; index < cells.size(); index++) {
            if (!cells.get(index).isBlank()) {
                problems.add(new CellProblem(row.line(), "", "", tooMany(row, index)));
                return;
            }
        }
    }

    private Text tooMany(Row row, int index) {
        boolean spansLines = row.cells().stream().anyMatch(cell -> cell.indexOf('\n') >= 0);
        return new Text(
                "見出しは%d列なのに、%d列目に「%s」があります。列の区切りを確かめてください。".formatted(columns, index + 1, shown(row.cell(index)))
                        + (spansLines ? "この行は引用符の中で改行しています。閉じていない引用符がないかも確かめてください。" : ""),
                "The header has %d columns, but column %d holds \"%s\". Check what separates the columns."
                                .formatted(columns, index + 1, shown(row.cell(index)))
                        + (spansLines
                                ? " This row breaks lines within quotation marks: check whether one of them is never closed."
                                : ""));
    }

    private static String shown(String cell) {
        String line = LINE_BREAK.matcher(cell.strip()).replaceAll(" ");
        return line.length() > 20
                ? line.substring(0, line.offsetByCodePoints(0, Math.min(20, line.codePointCount(0, line.length()))))
                        + "…"
                : line;
    }
}
