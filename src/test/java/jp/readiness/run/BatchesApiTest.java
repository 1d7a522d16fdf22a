package jp.readiness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jp.readiness.ReadinessAdvisor;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.table.Format;
import jp.readiness.table.Row;
import jp.readiness.table.Table;
import jp.readiness.table.TableReader;
import jp.readiness.table.TableWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other systems have files judged over REST. */
@RunServer
class BatchesApiTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BATCHES = "/api/v1/programmes/camp/batches";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @TempDir
    private Path temp;

    private String token = "";

    @BeforeEach
    void makeToken() {
        token = staff.token(Role.SCREENER);
    }

    private HttpRequest.Builder request(String path) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create("http://127.0.0.1:" + port + path);
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "ja");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> post(String path, byte[] body) {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpResponse<String> post(String path, String body) {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private JsonNode finished(String address) throws InterruptedException {
        JsonNode state = json(send(request(address)));
        for (int i = 0; i < 600 && state.path("state").asString().equals("WAITING"); i++) {
            Thread.sleep(50);
            state = json(send(request(address)));
        }
        return state;
    }

    private static String table() {
        return "applicant,participants\n" + UUID.randomUUID() + ",2\nB社,many\n";
    }

    @Test
    void a_file_is_taken_watched_and_its_results_are_had() throws Exception {
        HttpResponse<String> taken = post(BATCHES + "?fileName=register.csv", table());
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(json(taken).path("state").asString()).isEqualTo("WAITING");

        JsonNode done = finished(location(taken));

        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("rows").asLong()).isEqualTo(2);
        assertThat(done.path("rejected").asLong()).isEqualTo(1);
        assertThat(done.path("percent").asInt()).isEqualTo(100);
        assertThat(done.path("notes").toString()).contains("hasData");
        HttpResponse<String> results = send(request(location(taken) + "/results"));
        assertThat(results.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(results.body().lines()).hasSize(2);
        assertThat(send(request(location(taken) + "/rejects")).body()).contains("many");
        assertThat(send(request(location(taken) + "/results?format=xlsx")).body())
                .startsWith("PK");
        assertThat(send(request(location(taken) + "/results?format=pdf")).statusCode())
                .isEqualTo(400);

        assertThat(send(request(location(taken)).DELETE()).statusCode()).isEqualTo(204);
        assertThat(send(request(location(taken))).statusCode()).isEqualTo(404);
    }

    @Test
    void without_a_token_of_somebody_who_screens_nothing_can_be_had() throws Exception {
        String address = location(post(BATCHES, table()));
        finished(address);
        token = staff.token(Role.POLICY_APPROVER);
        assertThat(post(BATCHES, table()).statusCode()).isEqualTo(403);
        for (String path : List.of(address, address + "/results", address + "/rejects")) {
            assertThat(send(request(path)).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(send(request(address).DELETE()).statusCode()).isEqualTo(403);
        token = "none";
        assertThat(post(BATCHES, table()).statusCode()).isEqualTo(401);
        assertThat(send(request(address)).statusCode()).isEqualTo(401);
    }

    @Test
    void what_its_columns_are_for_must_be_clear_or_said() throws Exception {
        String table = "company,partcipants\n" + UUID.randomUUID() + ",2\n";
        HttpResponse<String> refused = post(BATCHES, table);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).path("detail").asString()).contains("partcipants", "participants");

        String map = "?map=" + URLEncoder.encode("partcipants=participants", StandardCharsets.UTF_8) + "&map="
                + URLEncoder.encode("company=applicant", StandardCharsets.UTF_8);
        HttpResponse<String> taken = post(BATCHES + map, table);
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(finished(location(taken)).path("rejected").asLong()).isZero();
        assertThat(post(BATCHES + "?map=nonsense", table).statusCode()).isEqualTo(400);
        assertThat(post(BATCHES + "?encoding=klingon", table).statusCode()).isEqualTo(400);
    }

    @Test
    void the_same_file_again_is_a_conflict_that_leads_to_the_first() throws Exception {
        String table = table();
        String first = location(post(BATCHES, table));
        finished(first);

        HttpResponse<String> second = post(BATCHES, table);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(location(second)).isEqualTo(first);
        assertThat(post(BATCHES + "?again=true", table).statusCode()).isEqualTo(202);
    }

    @Test
    void bad_files_and_unknown_programmes_are_refused_in_words() {
        assertThat(json(post(BATCHES, "")).path("detail").asString()).contains("ファイルが空です");
        assertThat(post(BATCHES, "x".repeat(3 << 20)).statusCode()).isEqualTo(413);
        assertThat(post("/api/v1/programmes/nothing/batches", table()).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/api/v1/batches/" + UUID.randomUUID())).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/api/v1/batches/abc")).statusCode()).isEqualTo(404);
    }

    @Test
    void the_same_file_by_page_command_and_rest_gives_the_same_results() throws Exception {
        String table = randomTable();
        Path in = Files.writeString(temp.resolve("in.csv"), table);
        for (String details : List.of("false", "true")) {
            Path out = temp.resolve("out-" + details + ".csv");
            Path rejects = temp.resolve("rejects-" + details + ".csv");
            command(in, out, rejects, details.equals("true"));

            String rest = location(post(BATCHES + "?again=true&details=" + details, table));
            finished(rest);
            Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
            String page = screener.target(new UploadForm()
                    .field("edition", "camp/2022")
                    .field("details", details)
                    .file("in.csv", table.getBytes(StandardCharsets.UTF_8))
                    .sendBy(screener));
            screener.get(page);
            screener.post(page, "go", "start");
            finished("/api/v1/batches/" + page.substring(page.lastIndexOf('/') + 1));

            assertThat(send(request(rest + "/results")).body()).isEqualTo(Files.readString(out));
            assertThat(screener.get(page + "/results.csv").body()).isEqualTo(Files.readString(out));
            assertThat(send(request(rest + "/rejects")).body()).isEqualTo(Files.readString(rejects));
            assertThat(screener.get(page + "/rejects.csv").body()).isEqualTo(Files.readString(rejects));
        }
    }

    @Test
    void a_workbook_gives_what_the_same_rows_as_text_give() throws Exception {
        String table = "applicant,participants\n" + UUID.randomUUID() + ",2\nC社,1\n";
        Path workbook = temp.resolve("in.xlsx");
        try (TableWriter writer = TableWriter.open(workbook, Format.XLSX)) {
            for (String line : table.split("\n")) {
                writer.write(List.of(line.split(",")));
            }
        }
        String text = location(post(BATCHES, table));
        String sheet = location(post(BATCHES, Files.readAllBytes(workbook)));
        finished(text);
        finished(sheet);

        byte[] result = CLIENT.send(request(sheet + "/results?format=xlsx").build(), BodyHandlers.ofByteArray())
                .body();

        assertThat(send(request(sheet + "/results")).body())
                .isEqualTo(send(request(text + "/results")).body());
        Path saved = Files.write(temp.resolve("result.xlsx"), result);
        Path plain = Files.writeString(
                temp.resolve("result.csv"), send(request(text + "/results")).body());
        assertThat(rows(saved)).isEqualTo(rows(plain));
    }

    private static void command(Path in, Path out, Path rejects, boolean details) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReadinessAdvisor.class.getName(),
                "batch",
                "camp/2022",
                in.toString(),
                "-o",
                out.toString(),
                "--rejects",
                rejects.toString(),
                "--as-of=2026-11-22",
                "--rules=src/test/resources/small-rules",
                "--cache=target/test-cache"));
        if (details) {
            command.add("--details");
        }
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isEqualTo(3);
    }

    private static String randomTable() {
        Random random = new Random(5);
        StringBuilder table = new StringBuilder("applicant,participants,hasData\n");
        for (int row = 0; row < 200; row++) {
            table.append(random.nextInt(9) == 0 ? "=" : "")
                    .append("会社")
                    .append(row)
                    .append(',')
                    .append(List.of("1", "２", "3", "", "lots").get(random.nextInt(5)))
                    .append(',')
                    .append(List.of("はい", "×", "no", "", "?").get(random.nextInt(5)))
                    .append('\n');
        }
        return table.toString();
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
}
