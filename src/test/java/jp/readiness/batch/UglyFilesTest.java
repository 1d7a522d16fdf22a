package jp.readiness.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.readiness.programme.Text;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as they come: each stands in {@code src/test/resources/ugly} beside a file that says what must come of it. Every
 * good row is judged, every bad one explained, and nothing is left half.
 */
class UglyFilesTest {

    private static final Path FILES = Path.of("src/test/resources/ugly");
    private static final String EXPECTED = ".expected";

    @TempDir
    private Path temp;

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void every_good_row_is_judged_and_every_bad_one_explained(String name) throws IOException {
        assertThat(told(FILES.resolve(name))).isEqualTo(Files.readString(FILES.resolve(name + EXPECTED)));
    }

    @Test
    void there_are_enough_of_them() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        Path bomb = workbook("bomb.xlsx", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>", "<row/>", 300_000_000);

        assertThat(told(bomb)).startsWith("problem: This Excel file becomes far too large when it is unpacked.");
    }

    @Test
    void a_workbook_with_one_endless_cell_is_refused() throws IOException {
        Path bomb =
                workbook("cell.xlsx", "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>", "a", 5_000_000);

        assertThat(told(bomb)).startsWith("problem: This Excel file becomes far too large when it is unpacked.");
    }

    @Test
    void a_workbook_with_more_shared_text_than_fits_in_memory_is_refused() throws IOException {
        Path bomb = workbook("shared.xlsx", "xl/sharedStrings.xml", "<sst>", "<si><t>x</t></si>", 100_000_000);

        assertThat(told(bomb)).startsWith("problem: This Excel file becomes far too large when it is unpacked.");
    }

    @Test
    @Tag("soak")
    void a_hundred_megabytes_are_read_in_little_memory() throws IOException {
        Path large = temp.resolve("large.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(large)) {
            writer.write("applicant,participants,note\n");
            String note = "長い備考".repeat(8);
            for (int row = 0; row < 900_000; row++) {
                writer.write("会社" + row + "," + row % 60 + "," + note + "\n");
            }
        }
        assertThat(Files.size(large)).isGreaterThan(100_000_000);

        BatchResult result = new BatchRun(SmallCamp.adviser(), order(large)).run(BatchWatcher.NONE);

        assertThat(result.rows()).isEqualTo(900_000);
        assertThat(result.rejected()).isEqualTo(9 * 15_000);
    }

    @Test
    @Tag("soak")
    void a_quotation_mark_that_is_never_closed_costs_its_row_and_not_a_hundred_megabytes() throws IOException {
        Path large = temp.resolve("large.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(large)) {
            writer.write("applicant,participants\n\"A,1\n");
            for (int row = 0; row < 5_000_000; row++) {
                writer.write("会社,2\n");
            }
        }

        BatchResult result = new BatchRun(SmallCamp.adviser(), order(large)).run(BatchWatcher.NONE);

        assertThat(result.rows()).isEqualTo(5_000_001);
        assertThat(result.rejected()).isOne();
        assertThat(result.firstProblems().get(0).line()).isEqualTo(2);
    }

    @Test
    @Tag("soak")
    void a_million_rows_of_a_workbook_are_judged() throws IOException {
        Path large = temp.resolve("large.xlsx");
        new SyntheticCohort(SmallCamp.adviser().edition(), 1).write(1_048_575, large);

        BatchResult result = new BatchRun(SmallCamp.adviser(), order(large)).run(BatchWatcher.NONE);

        assertThat(result.rows()).isEqualTo(1_048_575);
        assertThat(result.rejected()).isZero();
    }

    private Path workbook(String name, String entry, String start, String repeated, int length) throws IOException {
        Path file = temp.resolve(name);
        byte[] piece = repeated.repeat(1 << 12).getBytes(StandardCharsets.UTF_8);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(start.getBytes(StandardCharsets.UTF_8));
            repeat(zip, piece, length);
        }
        return file;
    }

    private static void repeat(OutputStream out, byte[] piece, int length) throws IOException {
        for (int written = 0; written < length; written += piece.length) {
            out.write(piece);
        }
    }

    private BatchOrder order(Path in) {
        return new BatchOrder(
                in,
                Optional.empty(),
                Map.of(),
                temp.resolve("out.csv"),
                Optional.of(temp.resolve("rejects.csv")),
                false,
                SmallCamp.DAY,
                Locale.ENGLISH);
    }

    /** What came of a file, as a person would tell it. */
    private String told(Path in) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            new BatchRun(SmallCamp.adviser(), order(in)).run(new BatchWatcher() {
                @Override
                public void opened(List<Text> notes, long resumed) {
                    notes.forEach(note -> lines.add("note: " + note.en()));
                }
            });
            rows(temp.resolve("out.csv")).forEach(row -> lines.add("judged: " + String.join(" | ", row.subList(0, 4))));
            rows(temp.resolve("rejects.csv"))
                    .forEach(row ->
                            lines.add("rejected: " + row.get(row.size() - 1).replace("\n", "\n  ")));
        } catch (BatchProblem e) {
            e.texts().forEach(text -> lines.add("problem: " + text.en()));
            assertThat(temp.resolve("out.csv")).doesNotExist();
        }
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.map(Path::toString))
                    .noneMatch(file -> file.endsWith(".part") || file.endsWith(".checkpoint"));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<List<String>> rows(Path file) {
        try (Table table = TableReader.open(file, Optional.empty())) {
            List<List<String>> rows = new ArrayList<>();
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get().cells());
            }
            return rows;
        }
    }

    /** Writes what comes of each file today, to be read by a person before it is kept. */
    public static void main(String[] args) throws IOException {
        for (String name : files()) {
            UglyFilesTest test = new UglyFilesTest();
            test.temp = Files.createTempDirectory("ugly");
            try {
                Files.writeString(FILES.resolve(name + EXPECTED), test.told(FILES.resolve(name)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
