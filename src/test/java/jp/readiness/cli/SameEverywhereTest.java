package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.answers.AnswerDocument;
import jp.readiness.batch.SyntheticCohort;
import jp.readiness.cli.Terminal.Outcome;
import jp.readiness.library.Library;
import jp.readiness.programme.Question;
import jp.readiness.run.UploadForm;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The same applicants by page, by REST and on the command line come out the same, and each as {@code assess} says. */
@RunningServer
class SameEverywhereTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int ROWS = 60;
    private static final int BY_COMMAND = 4;
    private static final long SEED = 20261122;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @TempDir
    private Path temp;

    private final Terminal terminal = new Terminal();
    private Adviser adviser;
    private Path file;

    @BeforeEach
    void makeUp() throws IOException {
        adviser = library.edition("bootcamp", "2022").orElseThrow();
        file = temp.resolve("cohort.csv");
        new SyntheticCohort(adviser.edition(), SEED).write(ROWS, file);
        String header = Files.readString(file).lines().findFirst().orElseThrow();
        String bad = "直す会社" + header.replaceAll("[^,]", "").replace(",", ",そのうち") + "\n";
        Files.writeString(file, Files.readString(file) + bad);
    }

    @Test
    void one_file_by_command_rest_and_page_gives_the_same_bytes_and_rows_as_assess_says() throws Exception {
        Path out = temp.resolve("out.csv");
        Path rejects = temp.resolve("rejects.csv");
        Outcome batch = command(
                "batch", "bootcamp/2022", file.toString(), "-o", out.toString(), "--rejects", rejects.toString());
        assertThat(batch.code()).as(batch.err()).isEqualTo(3);
        String results = Files.readString(out);
        String rejected = Files.readString(rejects);
        assertThat(rejected).contains("直す会社", "そのうち");

        assertThat(byRest()).isEqualTo(List.of(results, rejected));
        assertThat(byPage()).isEqualTo(List.of(results, rejected));
        assertThat(byCohort())
                .isEqualTo(results.lines().map(SameEverywhereTest::withoutLine).toList());
        assertThat(rows(out)).isEqualTo(oneByOne());
    }

    private Outcome command(String... arguments) {
        return terminal.run(Stream.concat(
                        Stream.of(arguments), Stream.of("--rules=rules", "--cache=target/test-cache", "--as-of=" + DAY))
                .toArray(String[]::new));
    }

    private List<String> byRest() throws Exception {
        Visitor program = new Visitor(port);
        String token = "Bearer " + staff.token(Role.SCREENER);
        HttpResponse<String> taken =
                program.send(program.request("/api/v1/programmes/bootcamp/batches?edition=2022&again=true&asOf=" + DAY)
                        .header("Authorization", token)
                        .POST(BodyPublishers.ofFile(file))
                        .build());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        String address = program.target(taken);
        String state = "WAITING";
        while (state.equals("WAITING")) {
            Thread.sleep(50);
            String said = program.send(program.request(address)
                            .header("Authorization", token)
                            .build())
                    .body();
            state = JsonMapper.shared().readTree(said).path("state").asString();
        }
        List<String> files = new ArrayList<>();
        for (String part : List.of("/results", "/rejects")) {
            files.add(program.send(program.request(address + part)
                            .header("Authorization", token)
                            .build())
                    .body());
        }
        return files;
    }

    private List<String> byPage() throws Exception {
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        String run = screener.target(new UploadForm()
                .field("edition", "bootcamp/2022")
                .file("cohort.csv", Files.readAllBytes(file))
                .sendBy(screener));
        screener.get(run);
        screener.post(run, "go", "start"); // it is asked whether the same file is meant again
        while (screener.get(run + "/results.csv").statusCode() != 200) {
            Thread.sleep(50);
        }
        return List.of(
                screener.get(run + "/results.csv").body(),
                screener.get(run + "/rejects.csv").body());
    }

    /** The columns that a cohort's file has in common with a run's; its first column counts members, not lines. */
    private List<String> byCohort() throws IOException {
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        screener.get("/staff/cohorts/new");
        String cohort = screener.target(screener.post(
                        "/staff/cohorts", "name", "同じ応募者", "edition", "bootcamp/2022", "origin", "SYNTHETIC"))
                .replaceAll("[;?].*", "");
        String key =
                screener.get(cohort + "/upload").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        new UploadForm().file("cohort.csv", Files.readAllBytes(file)).sendBy(screener, key, cohort + "/upload");
        Path exported = Files.writeString(
                temp.resolve("cohort-export.csv"),
                screener.get(cohort + "/export.csv").body(),
                StandardCharsets.UTF_8);
        int common = Files.readString(temp.resolve("out.csv"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(",")
                .length;
        return Files.readString(exported)
                .lines()
                .map(line -> withoutLine(line).split(",", -1))
                .map(cells -> String.join(",", List.of(cells).subList(0, common - 1)))
                .toList();
    }

    private static String withoutLine(String line) {
        return line.substring(line.indexOf(',') + 1);
    }

    private static List<List<String>> rows(Path table) {
        try (Table in = TableReader.open(table, Optional.empty())) {
            List<List<String>> rows = new ArrayList<>();
            for (Optional<Row> row = in.next(); row.isPresent(); row = in.next()) {
                rows.add(row.get().cells());
            }
            return rows;
        }
    }

    /** Each row of the file as a sheet of its own: what the results must say of it. */
    private List<List<String>> oneByOne() throws IOException {
        List<List<String>> said = new ArrayList<>();
        List<List<String>> sheets = rows(file).subList(0, ROWS);
        for (int i = 0; i < ROWS; i++) {
            byte[] json = JsonMapper.shared().writeValueAsBytes(Map.of("answers", answers(sheets.get(i))));
            AnswerDocument sheet = AnswerDocument.read(json, adviser.edition().questions());
            assertThat(sheet.problems()).isEmpty();
            Assessment assessment = adviser.assess(sheet.answers(), DAY);
            if (i < BY_COMMAND) {
                terminal.typing(new String(json, StandardCharsets.UTF_8));
                assertThat(command("assess", "bootcamp/2022", "-").out())
                        .isEqualTo(AssessmentJson.write(assessment) + "\n");
            }
            said.add(cells(i + 2, sheets.get(i).get(0), assessment));
        }
        return said;
    }

    /** A row of the file as a program would send it. */
    private Map<String, Object> answers(List<String> row) {
        Map<String, Object> answers = new LinkedHashMap<>();
        List<Question> questions = adviser.edition().questions();
        for (int i = 0; i < questions.size(); i++) {
            String cell = row.get(i + 1);
            if (!cell.isEmpty()) {
                answers.put(questions.get(i).id(), value(questions.get(i), cell));
            }
        }
        return answers;
    }

    private static Object value(Question question, String cell) {
        return switch (question.type()) {
            case YES_NO -> Boolean.valueOf(cell);
            case WHOLE, DECIMAL -> new BigDecimal(cell);
            case CHOICE, TEXT -> cell;
            case CHOICES -> cell.equals("none") ? List.of() : List.of(cell.split(";"));
        };
    }

    private static List<String> cells(int line, String applicant, Assessment said) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(line),
                applicant,
                said.verdict().name(),
                said.risk().overall().band().name(),
                Boolean.toString(said.risk().overall().provisional())));
        said.risk().steps().forEach(step -> cells.add(step.estimate().band().name()));
        for (Assessment.State state : List.of(Assessment.State.UNMET, Assessment.State.FIRED, Assessment.State.OPEN)) {
            cells.add(said.findings().stream()
                    .filter(finding -> finding.state() == state)
                    .map(Assessment.FindingResult::id)
                    .collect(Collectors.joining(" ")));
        }
        return cells;
    }
}
