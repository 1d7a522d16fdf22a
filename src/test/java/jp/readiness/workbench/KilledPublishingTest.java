package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever moment a server is killed at while it publishes: the live version is the old one or the new one, whole. */
@Tag("soak")
class KilledPublishingTest {

    private static final int KILLS = 20;
    private static final long SEED = 23;

    /** About how long one publishing takes. */
    private static final int MILLISECONDS = 400;

    @TempDir
    private Path temp;

    /** H2 writes to its file up to half a second after a commit; what was there for longer has to be there again. */
    private static final long H2_WRITES_WITHIN = 1_000_000_000L;

    /** @param certain after how many nanoseconds what was committed may not be lost any more */
    private record Database(String url, String user, long certain) {

        JdbcClient open() {
            return JdbcClient.create(new DriverManagerDataSource(url, user, ""));
        }
    }

    private Database database(TestDatabase kind) throws SQLException {
        if (kind == TestDatabase.H2) {
            return new Database("jdbc:h2:file:" + temp.resolve("data"), "sa", H2_WRITES_WITHIN);
        }
        try (Connection connection = kind.migrated().getConnection()) {
            return new Database(
                    connection.getMetaData().getURL(), connection.getMetaData().getUserName(), 0);
        }
    }

    private Process start(Database database) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishesUntilKilled.class.getName(),
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--readiness.rules=" + SmallRules.ORIGINAL.toAbsolutePath(),
                        "--readiness.cache-dir=" + temp.resolve("cache"))
                .directory(temp.toFile())
                .redirectErrorStream(true)
                .start();
    }

    @ParameterizedTest
    @EnumSource
    void twenty_kills_leave_the_old_version_or_the_new_one_and_every_draft(TestDatabase kind) throws Exception {
        Database database = database(kind);
        Random random = new Random(SEED);
        Set<String> certain = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Map<String, Long> drafts = new HashMap<>();
            Process process = start(database);
            List<String> seen = new ArrayList<>();
            try (BufferedReader out = process.inputReader()) {
                int publishings = 3 + random.nextInt(10);
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    seen.add(line);
                    if (line.startsWith("DRAFT")) {
                        drafts.put(line.split(" ")[1], System.nanoTime());
                    }
                    if (line.equals("NEXT") && --publishings == 0) {
                        break;
                    }
                }
                assertThat(process.isAlive()).as(String.join("\n", seen)).isTrue();
                Thread.sleep(random.nextInt(MILLISECONDS));
                long killed = System.nanoTime();
                process.destroyForcibly().waitFor();
                drafts.forEach((draft, at) -> {
                    if (killed - at >= database.certain()) {
                        certain.add(draft);
                    }
                });
            }
            assertThat(seen).as("it starts again with a live version").anyMatch(line -> line.startsWith("LIVE "));
            check(database.open(), certain);
        }
        assertThat(certain).hasSizeGreaterThan(KILLS);
    }

    /** What lies in the database while nobody runs. */
    private static void check(JdbcClient jdbc, Set<String> drafts) {
        String live = one(jdbc, "select hash from live_edition where edition = '2022'");
        assertThat(
                        one(
                                jdbc,
                                "select hash from publication where edition = '2022' order by number desc fetch first 1 rows only"))
                .as("history and live version go together")
                .isEqualTo(live);
        assertThat(one(jdbc, "select count(*) from published_version where edition = '2022' and hash = '" + live + "'"))
                .isEqualTo("1");
        assertThat(jdbc.sql("select cast(id as varchar(36)) from draft")
                        .query(String.class)
                        .list())
                .containsAll(drafts);
        assertThat(
                        one(
                                jdbc,
                                "select count(*) from draft d where (select count(*) from draft_file f where f.draft_id = d.id) < 4"))
                .as("drafts without all their files")
                .isEqualTo("0");
        String published = one(jdbc, "select count(*) from draft where state = 'PUBLISHED'");
        assertThat(one(jdbc, "select count(*) from publication where origin = 'ONLINE'"))
                .as("a draft is published exactly if its version went live")
                .isEqualTo(published);
        assertThat(one(jdbc, "select count(*) from audit_event where action = 'RULES_PUBLISHED'"))
                .as("and the log tells of it")
                .isEqualTo(published);
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
