package jp.readiness.outcome;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.batch.CellProblem;
import jp.readiness.cohort.Member;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Step;
import jp.readiness.programme.Text;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;

/**
 * Outcomes from a table, one row for each member, who is known by its id or else by its name. Each row is read on its own:
 * a bad one is said with its line, column, value and reason and keeps none of the others back.
 */
final class OutcomeFile {

    private static final Set<String> FINISHED = Set.of("finished", "修了", "完走", "最後まで参加");
    private static final Set<String> LEFT = Set.of("left", "離脱", "やめた", "途中でやめた", "中途離脱");
    private static final Set<String> OPEN = Set.of("open", "まだ分からない", "未定", "notknownyet");

    /** The columns, with the headers by which each is known. */
    private enum Column {
        ID("id", "memberid", "番号"),
        APPLICANT("applicant", "会社", "会社名", "企業名", "申込者", "応募者", "company"),
        OUTCOME("outcome", "結果"),
        STEP("step", "outcomestep", "やめた段階", "段階"),
        REASON("reason", "outcomereason", "やめた理由", "理由");

        private final Set<String> headers;

        Column(String... headers) {
            this.headers = Set.of(headers);
        }
    }

    /**
     * @param results of the good rows
     * @param problems why the others cannot be taken
     * @param empty how many rows say nothing of an outcome
     */
    record Read(Map<Member, Result> results, List<CellProblem> problems, int empty) {}

    private final Edition edition;
    private final Map<String, Member> byId = new HashMap<>();
    private final Map<String, List<Member>> byName = new HashMap<>();
    private final Map<Column, Integer> columns = new HashMap<>();
    private final Map<Member, Result> results = new LinkedHashMap<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private List<String> header = List.of();
    private int empty;

    private OutcomeFile(Edition edition, List<Member> members) {
        this.edition = edition;
        for (Member member : members) {
            byId.put(member.id().toString(), member);
            byName.computeIfAbsent(folded(member.name()), name -> new ArrayList<>())
                    .add(member);
        }
    }

    /** @throws jp.readiness.table.TableProblem if the file is no table */
    static Read read(Path file, Edition edition, List<Member> members) {
        OutcomeFile reader = new OutcomeFile(edition, members);
        try (Table table = TableReader.open(file, Optional.<Charset>empty())) {
            reader.header(table.header());
            if (reader.problems.isEmpty()) {
                for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                    reader.row(row.get());
                }
            }
        }
        return new Read(reader.results, reader.problems, reader.empty);
    }

    private void header(List<String> cells) {
        header = cells;
        for (int i = 0; i < cells.size(); i++) {
            for (Column column : Column.values()) {
                if (column.headers.contains(folded(cells.get(i)))) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        if (!columns.containsKey(Column.OUTCOME)
                || !(columns.containsKey(Column.ID) || columns.containsKey(Column.APPLICANT))) {
            problems.add(
                    new CellProblem(
                            1,
                            "",
                            "",
                            new Text(
                                    "見出しに「結果」（outcome）と、「id」か「会社」（applicant）の列が要ります。ひな形をご利用ください。",
                                    "The header needs the column `outcome`, and `id` or `applicant`. Please use the template.")));
        }
    }

    private void row(Row row) {
        int before = problems.size();
        row.damage().ifPresent(damage -> problems.add(new CellProblem(row.line(), "", "", damage)));
        String outcome = cell(row, Column.OUTCOME);
        if (outcome.isEmpty() && problems.size() == before) {
            empty++;
            return;
        }
        Optional<Member> member = member(row);
        Optional<Result> result = result(row, outcome);
        if (problems.size() == before && member.isPresent() && result.isPresent()) {
            if (results.putIfAbsent(member.get(), result.get()) != null) {
                problem(
                        row,
                        Column.ID,
                        "同じ会社の行が前にもあります。1つにしてください。",
                        "There is an earlier row for the same applicant. Keep one.");
            }
        }
    }

    private Optional<Member> member(Row row) {
        String id = cell(row, Column.ID);
        if (!id.isEmpty()) {
            Optional<Member> known = Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT)));
            if (known.isEmpty()) {
                problem(row, Column.ID, "このグループに、このidの応募者はいません。", "Nobody in this group has this id.");
            }
            return known;
        }
        List<Member> named = byName.getOrDefault(folded(cell(row, Column.APPLICANT)), List.of());
        if (named.isEmpty()) {
            problem(row, Column.APPLICANT, "このグループに、この名前の応募者はいません。", "Nobody in this group has this name.");
        } else if (named.size() > 1) {
            problem(
                    row,
                    Column.APPLICANT,
                    "同じ名前の応募者が%d件います。ひな形の id の列で示してください。".formatted(named.size()),
                    "%d applicants have this name. Say which one by the column `id` of the template."
                            .formatted(named.size()));
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private Optional<Result> result(Row row, String outcome) {
        String word = folded(outcome);
        if (FINISHED.contains(word)) {
            return Optional.of(Result.FINISHED);
        }
        if (OPEN.contains(word)) {
            return Optional.of(Result.OPEN);
        }
        if (!LEFT.contains(word)) {
            problem(row, Column.OUTCOME, "「修了」「離脱」「未定」のどれかにしてください。", "Write finished, left or open.");
            return Optional.empty();
        }
        String reason = cell(row, Column.REASON);
        if (reason.length() > Result.LONGEST_REASON) {
            problem(row, Column.REASON, "理由は1,000字までです。", "A reason takes 1,000 characters at most.");
            return Optional.empty();
        }
        Optional<String> finding = finding(reason);
        return Optional.of(Result.left(step(row), finding, finding.isPresent() ? "" : reason));
    }

    private Optional<String> step(Row row) {
        String step = cell(row, Column.STEP);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> known = edition.steps().stream()
                .filter(each -> isOneOf(step, each.id(), each.title()))
                .map(Step::id)
                .findFirst();
        if (known.isEmpty()) {
            String all = String.join(
                    "、", edition.steps().stream().map(each -> each.title().ja()).toList());
            String ids =
                    String.join(", ", edition.steps().stream().map(Step::id).toList());
            problem(
                    row,
                    Column.STEP,
                    "この段階はありません。次のどれかか、空にしてください: " + all,
                    "There is no such step. Use one of these, or leave it empty: " + ids);
        }
        return known;
    }

    /** A sign that the edition knows, by id or title; anything else is a reason in words. */
    private Optional<String> finding(String reason) {
        return edition.findings().stream()
                .filter(Finding.Signal.class::isInstance)
                .filter(finding -> isOneOf(reason, finding.id(), finding.words().title()))
                .map(Finding::id)
                .findFirst();
    }

    private static boolean isOneOf(String cell, String id, Text title) {
        String word = folded(cell);
        return word.equals(folded(id)) || word.equals(folded(title.ja())) || word.equals(folded(title.en()));
    }

    private String cell(Row row, Column column) {
        return Optional.ofNullable(columns.get(column))
                .map(row::cell)
                .orElse("")
                .strip();
    }

    private void problem(Row row, Column column, String ja, String en) {
        String name = Optional.ofNullable(columns.get(column)).map(header::get).orElse("");
        problems.add(new CellProblem(row.line(), name, cell(row, column), new Text(ja, en)));
    }

    /** Width, case and spaces do not matter in what people type. */
    private static String folded(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Cf}_-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
