package jp.readiness.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.check.Checker;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class FolderWatchTest {

    private static final String PROGRAMME = "camp/2022/programme.yaml";

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    @TempDir
    private Path temp;

    @Test
    void a_change_is_imported_once_two_looks_agree() {
        SmallRules rules = SmallRules.in(temp);
        RuleCompiler compiler = new RuleCompiler(Path.of("target/test-cache"));
        Library library =
                new Library(rules.folder(), new Checker(compiler), Versions.in(TestDatabase.H2.migrated(), compiler));
        FolderWatch watch = new FolderWatch(library);
        String before = version(library);

        watch.look();
        rules.change(PROGRAMME, "Small camp (2022)", "Second camp");
        watch.look();
        assertThat(version(library)).as("somebody may still be copying").isEqualTo(before);
        rules.change(PROGRAMME, "Second camp", "Third camp");
        watch.look();
        assertThat(version(library)).as("and was").isEqualTo(before);

        watch.look();

        assertThat(version(library)).isNotEqualTo(before);
        assertThat(library.inForce("camp", DAY).edition().title().en()).isEqualTo("Third camp");
    }

    @Test
    void a_running_server_takes_up_a_change_by_itself() {
        SmallRules rules = SmallRules.in(temp);
        new ApplicationContextRunner()
                .withUserConfiguration(LibraryConfiguration.class)
                .withBean(JdbcClient.class, () -> JdbcClient.create(TestDatabase.H2.migrated()))
                .withPropertyValues(
                        "readiness.rules=" + rules.folder(),
                        "readiness.cache-dir=target/test-cache",
                        "readiness.rules-poll=20ms")
                .run(server -> {
                    Library library = server.getBean(Library.class);
                    String before = version(library);

                    rules.change(PROGRAMME, "Small camp (2022)", "Second camp");

                    await().untilAsserted(() -> assertThat(version(library)).isNotEqualTo(before));
                });
    }

    private static String version(Library library) {
        return library.inForce("camp", DAY).edition().version();
    }
}
