package jp.readiness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.ReadinessAdvisor;
import jp.readiness.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real server that is killed again and again in the middle of a run. */
@Tag("soak")
class KilledServerTest {

    private static final int ROWS = 600_000;
    private static final int KILLS = 6;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern PASSWORD = Pattern.compile("one-time password: (\\S+)");
    private static final Pattern TOKEN = Pattern.compile("ra_[A-Za-z0-9_-]{43}");

    @TempDir
    private Path temp;

    private int port;
    private String token = "";
    private final List<Process> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(Process::destroyForcibly);
    }

    @Test
    void no_row_is_lost_or_doubled_however_often_the_server_is_killed() throws Exception {
        port = freePort();
        start();
        token = firstToken();
        Path in = table();
        String undisturbed = take(in, "");
        assertThat(state(undisturbed, true).path("state").asString()).isEqualTo("DONE");
        long millis = millisOf(undisturbed);
        Random random = new Random(9);

        String killed = take(in, "?again=true");
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Thread.sleep(random.nextLong(millis / 3 + 1));
            unfinished += state(killed, false).path("state").asString().equals("WAITING") ? 1 : 0;
            servers.get(servers.size() - 1).destroyForcibly().waitFor();
            start();
        }
        JsonNode done = state(killed, true);

        assertThat(unfinished).as("kills in the middle").isPositive();
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(done.path("rows").asLong()).isEqualTo(ROWS);
        for (String part : List.of("/results", "/rejects")) {
            Path one = download(undisturbed + part);
            Path other = download(killed + part);
            assertThat(Files.mismatch(one, other)).as(part).isEqualTo(-1);
        }
    }

    private Path table() throws IOException {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder("applicant,participants,hasData\n");
        for (int row = 0; row < ROWS; row++) {
            text.append("会社").append(row).append(',');
            text.append(random.nextInt(50) == 0 ? "many" : random.nextInt(5)).append(',');
            text.append(random.nextBoolean() ? "はい" : "").append('\n');
        }
        return Files.writeString(temp.resolve("in.csv"), text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void start() throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReadinessAdvisor.class.getName(),
                        "serve",
                        "--server.port=" + port,
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=jdbc:h2:file:" + temp.resolve("db"),
                        "--readiness.rules=src/test/resources/small-rules",
                        "--readiness.cache-dir=target/test-cache",
                        "--readiness.runs.dir=" + temp.resolve("runs"))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(temp.resolve("log").toFile()))
                .start();
        servers.add(server);
        for (int i = 0; i < 1200 && !answers(); i++) {
            assertThat(server.isAlive()).as("the server runs").isTrue();
            Thread.sleep(100);
        }
    }

    private boolean answers() {
        try {
            return send(request("/actuator/health/readiness")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String firstToken() throws Exception {
        Matcher password = PASSWORD.matcher(Files.readString(temp.resolve("log")));
        assertThat(password.find()).isTrue();
        Visitor admin = new Visitor(port);
        admin.logIn("admin", password.group(1));
        admin.get("/staff/password");
        String chosen = "soba-udon-ramen";
        admin.post("/staff/password", "current", password.group(1), "chosen", chosen, "repeated", chosen);
        admin.get("/staff/tokens");
        admin.post("/staff/tokens", "name", "soak", "days", "30");
        Matcher made = TOKEN.matcher(admin.get("/staff/tokens").body());
        assertThat(made.find()).isTrue();
        return made.group();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder known(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    private String take(Path in, String query) throws Exception {
        HttpResponse<String> taken =
                send(known("/api/v1/programmes/camp/batches" + query).POST(BodyPublishers.ofFile(in)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        return URI.create(taken.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private JsonNode state(String path, boolean wait) throws Exception {
        JsonNode state = JsonMapper.shared().readTree(send(known(path)).body());
        while (wait && state.path("state").asString().equals("WAITING")) {
            Thread.sleep(200);
            state = JsonMapper.shared().readTree(send(known(path)).body());
        }
        return state;
    }

    private long millisOf(String path) throws Exception {
        JsonNode done = state(path, true);
        return Duration.between(
                        Instant.parse(done.path("createdAt").asString()),
                        Instant.parse(done.path("finishedAt").asString()))
                .toMillis();
    }

    private Path download(String path) throws Exception {
        Path file = temp.resolve(path.replace('/', '_') + ".csv");
        CLIENT.send(known(path).build(), BodyHandlers.ofFile(file));
        return file;
    }
}
