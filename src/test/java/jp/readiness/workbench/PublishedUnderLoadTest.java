package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import jp.readiness.MemoryInUse;
import jp.readiness.RunningServer;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.answers.AnswerReader;
import jp.readiness.library.Library;
import jp.readiness.library.Published;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules go live and back three hundred times while applicants keep asking. */
@Tag("soak")
@RunningServer
@TestPropertySource(
        properties = {"readiness.rules=src/test/resources/small-rules", "readiness.api.posts-per-minute=1000000000"})
class PublishedUnderLoadTest {

    private static final int CHANGES = 300;
    private static final int WARM = 100;
    private static final int APPLICANTS_AT_ONCE = 3;

    /** What a few versions more or less in the caches take. */
    private static final double MEGABYTES_OF_NOISE = 12;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** On disk and with a small cache, so that what is stored does not count as memory. */
    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> {
            try {
                Path folder = Files.createTempDirectory("published-under-load");
                return "jdbc:h2:file:" + folder.resolve("data") + ";CACHE_SIZE=1024";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @LocalServerPort
    private int port;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Library library;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient client = HttpClient.newHttpClient();

    private Callable<Integer> applicant(AtomicBoolean done, int number) {
        return () -> {
            int asked = 0;
            while (!done.get()) {
                HttpResponse<String> response = client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/v1/programmes/camp/assessments"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"answers\": {\"participants\": "
                                        + (1 + (asked + number) % 4) + ", \"hasData\": " + (asked % 2 == 0) + "}}"))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
                asked++;
                Thread.sleep(20); // a room full of people, not a benchmark
            }
            return asked;
        };
    }

    /** A version that was never compiled before. */
    private void publish(int change) {
        Draft draft =
                steps.draft(DraftFile.RULES, "participants <", "participants + " + change + " - " + change + " <");
        publishing.ask("editor", draft, "変更 " + change, Optional.empty());
        publishing.approve("approver", draft.id(), steps.now(draft).revision());
    }

    private void goBack(Published first) {
        publishing.goBack("approver", "camp", "2022", first.hash(), steps.live(), "元に戻す");
    }

    @Test
    void every_advice_carries_one_version_and_replays_and_nothing_fails_or_grows() throws Exception {
        Published first = library.history("camp", "2022").get(0);
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(APPLICANTS_AT_ONCE);
        double heap = 0;
        double metaspace = 0;
        List<Future<Integer>> applicants = new ArrayList<>();
        try {
            for (int i = 0; i < APPLICANTS_AT_ONCE; i++) {
                applicants.add(threads.submit(applicant(done, i)));
            }
            for (int change = 1; change <= CHANGES / 2; change++) {
                publish(change);
                goBack(first);
                if (change == WARM / 2) {
                    heap = MemoryInUse.heap();
                    metaspace = MemoryInUse.metaspace();
                }
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
        for (Future<Integer> applicant : applicants) {
            assertThat(applicant.get()).isPositive();
        }
        assertThat(MemoryInUse.heap() - heap).as("megabytes of heap").isLessThan(MEGABYTES_OF_NOISE);
        assertThat(MemoryInUse.metaspace() - metaspace)
                .as("megabytes of metaspace")
                .isLessThan(MEGABYTES_OF_NOISE);
        assertThat(library.history("camp", "2022")).hasSizeGreaterThanOrEqualTo(CHANGES);
        replayEverything();
    }

    private void replayEverything() {
        Set<String> published =
                library.history("camp", "2022").stream().map(Published::hash).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        int[] given = {0};
        jdbc.sql("select version, as_of, answers, result from assessment order by version")
                .query((RowCallbackHandler) row -> {
                    used.add(row.getString("version"));
                    given[0]++;
                    assertThat(published).contains(row.getString("version"));
                    Adviser adviser = library.version("camp", "2022", row.getString("version"))
                            .orElseThrow();
                    assertThat(again(adviser, row)).isEqualTo(row.getString("result"));
                });
        assertThat(given[0]).isGreaterThan(CHANGES);
        assertThat(used).as("several versions were met with").hasSizeGreaterThan(10);
    }

    private static String again(Adviser adviser, ResultSet row) throws SQLException {
        Map<String, Object> values =
                JSON.readValue(row.getString("answers"), new TypeReference<Map<String, Object>>() {});
        return AssessmentJson.write(adviser.assess(
                new AnswerReader().sheet(adviser.edition().questions(), values).answers(),
                row.getObject("as_of", LocalDate.class)));
    }
}
