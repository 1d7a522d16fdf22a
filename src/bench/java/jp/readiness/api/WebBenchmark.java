package jp.readiness.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import jp.readiness.ReadinessAdvisor;
import jp.readiness.rulebook.Spread;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What judging adds to a request: an assessment that is read, judged, stored and answered, beside a controller that stores
 * rows and answers a body of the same size and does nothing else, in one server, in turns over one connection.
 */
public final class WebBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 7);
    private static final int REQUESTS = 400;
    private static final String ASSESS = "/api/v1/programmes/bootcamp/assessments?asOf=2022-06-01";

    /** Half of the questions answered. */
    private static final String HALF = """
            {"answers": {"participants": 1, "executiveCommitment": "NOT_ASKED", "team": "FORMED", "dxStage": "PLANNED",
             "orientation": "ATTENDED", "expectation": "USE_OWN_DATA", "dataKept": "PAPER", "dataMonths": 6}}
            """;

    private WebBenchmark() {}

    /** Stores the rows that an assessment stores. */
    @RestController
    static class Bare {

        private final JdbcClient jdbc;
        private volatile String answer = "{}";

        Bare(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @PostMapping(
                path = "/api/v1/bare",
                consumes = MediaType.APPLICATION_JSON_VALUE,
                produces = MediaType.APPLICATION_JSON_VALUE)
        @ResponseStatus(HttpStatus.CREATED)
        @Transactional
        String keep(@RequestBody String body) {
            UUID sheet = UUID.randomUUID();
            String key = UUID.randomUUID().toString().replace("-", "").repeat(2);
            jdbc.sql("""
                    insert into answer_sheet (id, programme, edition, edit_token_hash, view_token_hash,
                                              answers, unsure, unread, created_at, updated_at, revision)
                    values (:id, 'bootcamp', '2022', :edit, :view, :answers, '[]', '{}', :now, :now, 1)
                    """)
                    .param("id", sheet)
                    .param("edit", key)
                    .param("view", new StringBuilder(key).reverse().toString())
                    .param("answers", body)
                    .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("""
                    insert into assessment (id, sheet_id, sequence, version, as_of, answers, result, created_at)
                    values (:id, :sheet, 1, :version, :asOf, :answers, :result, :now)
                    """)
                    .param("id", UUID.randomUUID())
                    .param("sheet", sheet)
                    .param("version", key)
                    .param("asOf", LocalDate.of(2022, 6, 1))
                    .param("answers", body)
                    .param("result", answer)
                    .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                    .update();
            return answer;
        }
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        ConfigurableApplicationContext server = SpringApplication.run(
                ReadinessAdvisor.class,
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--readiness.api.posts-per-minute=1000000000",
                "--readiness.cache-dir=target/bench-rules",
                "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("bench"));
        String address = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
        System.out.println("\n| sheet | ms a request | bare, ms | of the bare one |\n|---|---:|---:|---:|");
        try (server) {
            compare("nothing answered", "{\"answers\": {}}", server, address);
            compare("half answered", HALF, server, address);
        }
    }

    private static void compare(String name, String body, ConfigurableApplicationContext server, String address)
            throws Exception {
        server.getBean(Bare.class).answer = post(HttpClient.newHttpClient(), address + ASSESS, body);
        double[][] millis = new double[2][ROUNDS];
        for (int round = -3; round < ROUNDS; round++) {
            double assessed = millis(address + ASSESS, body);
            double bare = millis(address + "/api/v1/bare", body);
            if (round >= 0) {
                millis[0][round] = assessed;
                millis[1][round] = bare;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s |%n",
                name,
                Spread.of(millis[0]),
                Spread.of(millis[1]),
                Spread.ofRatios(millis[0], millis[1]));
    }

    private static double millis(String address, String body) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        long start = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            post(client, address, body);
        }
        return (System.nanoTime() - start) / 1e6 / REQUESTS;
    }

    private static String post(HttpClient client, String address, String body) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != HttpStatus.CREATED.value()) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
