package jp.readiness.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Text;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchRunTest {

    private static final LocalDate DAY = SmallCamp.DAY;
    private static final String HEADER = "applicant,applicantKind,participants,hasData,share,tools,note\n";

    private static final Adviser adviser = SmallCamp.adviser();

    @TempDir
    private Path temp;

    private Path file(String text) throws IOException {
        return Files.writeString(temp.resolve("in.csv"), text);
    }

    private BatchOrder order(Path in, String out, boolean details) {
        return new BatchOrder(
                in,
                Optional.empty(),
                Map.of(),
                temp.resolve(out),
                Optional.of(temp.resolve("rejects.csv")),
                details,
                DAY,
                Locale.ENGLISH);
    }

    private BatchResult run(Path in) {
        return new BatchRun(adviser, order(in, "out.csv", false)).run(BatchWatcher.NONE);
    }

    private static List<List<String>> rows(Path file) {
        try (Table table = TableReader.open(file, Optional.empty())) {
            List<List<String>> rows = new ArrayList<>(List.of(table.header()));
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get().cells());
            }
            return rows;
        }
    }

    private List<String> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("in."))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_good_row_is_judged_in_order_and_every_bad_one_is_explained() throws IOException {
        BatchResult result = run(file(HEADER
                + "A社,会社,３名,はい,0.5,表計算、BIツール,\"1行目\n2行目\"\n"
                + "B社,COMPANY,two,×,,なし,\n"
                + "=C社,Person,1,○,2,Excel,\n"
                + "D社,,,,,,\n"));

        assertThat(result.rows()).isEqualTo(4);
        assertThat(result.rejected()).isEqualTo(2);
        assertThat(rows(temp.resolve("out.csv")))
                .containsExactly(
                        List.of(
                                "line",
                                "applicant",
                                "verdict",
                                "risk",
                                "provisional",
                                "risk.lectures",
                                "unmet",
                                "fired",
                                "open"),
                        List.of("2", "A社", "READY", "LOW", "false", "LOW", "", "skilled", ""),
                        List.of(
                                "6",
                                "D社",
                                "NEEDS_ANSWERS",
                                "LOW",
                                "true",
                                "LOW",
                                "",
                                "",
                                "participants no-data skilled"));
        assertThat(rows(temp.resolve("rejects.csv")))
                .containsExactly(
                        List.of(
                                "applicant",
                                "applicantKind",
                                "participants",
                                "hasData",
                                "share",
                                "tools",
                                "note",
                                "reasons for rejection"),
                        List.of(
                                "B社",
                                "COMPANY",
                                "two",
                                "×",
                                "",
                                "なし",
                                "",
                                "Line 4: column \"participants\", value \"two\": Please answer with a number (you gave: two)."),
                        List.of(
                                "=C社",
                                "Person",
                                "1",
                                "○",
                                "2",
                                "Excel",
                                "",
                                "Line 5: column \"share\", value \"2\": Please answer with a number from 0 to 1 (you gave: 2)."));
        assertThat(result.firstProblems()).extracting(CellProblem::line).containsExactly(4L, 5L);
        assertThat(leftBehind()).containsExactly("out.csv", "rejects.csv");
    }

    @Test
    void rejected_rows_can_be_corrected_and_judged_again() throws IOException {
        run(file(HEADER + "B社,COMPANY,two,×,,なし,\n"));
        Path rejects = temp.resolve("rejects.csv");
        Path corrected = Files.writeString(
                temp.resolve("in.corrected.csv"), Files.readString(rejects).replace(",two,", ",2,"));

        BatchResult result = run(corrected);

        assertThat(result.rejected()).isZero();
        assertThat(rows(temp.resolve("out.csv")).get(1)).startsWith("2", "B社", "READY_WITH_SUPPORT");
    }

    @Test
    void no_cell_of_the_output_is_a_formula() throws IOException {
        run(file(HEADER + "=HYPERLINK(1),,2,,,,\n+81,,2,,,,\n@x,,two,,,,=1+1\n"));

        assertThat(Files.readString(temp.resolve("out.csv")))
                .contains(",'=HYPERLINK(1),")
                .contains(",+81,");
        assertThat(Files.readString(temp.resolve("rejects.csv")))
                .contains("'@x,")
                .contains(",'=1+1,");
    }

    @Test
    void a_workbook_says_the_same_as_csv() throws IOException {
        Path in = file(HEADER + "A社,会社,３名,はい,0.5,表計算、BIツール,\n=D社,,,,,,\n");
        run(in);
        new BatchRun(adviser, order(in, "out.xlsx", false)).run(BatchWatcher.NONE);

        assertThat(rows(temp.resolve("out.xlsx")).stream()
                        .map(row -> String.join("|", row).replaceAll("\\|+$", "")))
                .isEqualTo(rows(temp.resolve("out.csv")).stream()
                        .map(row -> String.join("|", row).replaceAll("\\|+$", ""))
                        .toList());
        assertThat(leftBehind()).containsExactly("out.csv", "out.xlsx", "rejects.csv");
    }

    @Test
    void details_say_why_and_what_to_change_in_words() throws IOException {
        Path in = file(HEADER + "A社,COMPANY,1,no,,,\n");

        new BatchRun(adviser, order(in, "out.csv", true)).run(BatchWatcher.NONE);

        List<String> header = rows(temp.resolve("out.csv")).get(0);
        List<String> row = rows(temp.resolve("out.csv")).get(1);
        assertThat(row.get(header.indexOf("verdictText"))).isEqualTo("Not ready yet");
        assertThat(row.get(header.indexOf("reasons"))).isEqualTo("There are too few participants.\nThere is no data.");
        assertThat(row.get(header.indexOf("advice"))).isEqualTo("Ask one more person.\nBegin to keep records.");
        assertThat(row.get(header.indexOf("changes"))).startsWith("Participants: 2 people → ");
        assertThat(row.get(header.indexOf("openQuestions"))).contains("Tools");
    }

    @Test
    void a_problem_with_the_columns_leaves_nothing_behind() throws IOException {
        Path in = file("applicant,partcipants,hasData\nA,1,yes\n");

        assertThatThrownBy(() -> run(in))
                .isInstanceOfSatisfying(
                        BatchProblem.class,
                        problem -> assertThat(problem.texts())
                                .extracting(Text::en)
                                .first()
                                .asString()
                                .contains("Maybe you meant `participants`."));
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void a_cancelled_run_leaves_nothing_behind() throws IOException {
        BatchRun run = new BatchRun(adviser, order(file(HEADER + "A,,1,,,,\n".repeat(50_000)), "out.csv", false));

        BatchResult result = run.run(new BatchWatcher() {
            @Override
            public void progressed(long rows, long rejected, double fraction) {
                run.cancel();
            }
        });

        assertThat(result.cancelled()).isTrue();
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void two_runs_never_write_to_one_file() throws IOException {
        Path in = file(HEADER + "A,,1,,,,\n");

        new BatchRun(adviser, order(in, "out.csv", false)).run(new BatchWatcher() {
            @Override
            public void opened(List<Text> notes, long resumed) {
                assertThatThrownBy(() -> run(in))
                        .isInstanceOf(BatchProblem.class)
                        .hasMessageContaining("Another run is writing to");
            }
        });

        assertThat(rows(temp.resolve("out.csv"))).hasSize(2);
    }

    @Test
    void more_rows_than_a_sheet_holds_are_refused_with_the_way_out() throws IOException {
        Path in = file("participants\n" + "1\n".repeat(1_048_576));

        assertThatThrownBy(() -> new BatchRun(adviser, order(in, "out.xlsx", false)).run(BatchWatcher.NONE))
                .isInstanceOf(BatchProblem.class)
                .hasMessageContaining("an Excel sheet holds 1,048,576 with its header")
                .hasMessageContaining("ending in .csv");
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void the_encoding_is_recognised_and_can_be_said() throws IOException {
        Charset windows = Charset.forName("windows-31j");
        Path in = Files.write(temp.resolve("in.sjis.csv"), (HEADER + "①髙橋㈱,会社,2,,,,\n").getBytes(windows));
        run(in);
        assertThat(rows(temp.resolve("out.csv")).get(1)).contains("①髙橋㈱");

        BatchOrder order = new BatchOrder(
                in,
                Optional.of(StandardCharsets.ISO_8859_1),
                Map.of(),
                temp.resolve("out.csv"),
                Optional.empty(),
                false,
                DAY,
                Locale.ENGLISH);
        assertThat(new BatchRun(adviser, order).run(BatchWatcher.NONE).rejected())
                .isOne();
    }
}
