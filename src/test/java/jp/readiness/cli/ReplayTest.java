package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.cli.Terminal.Outcome;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.library.FolderAdvice;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.RuleCompiler;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {

    private static final Path CACHE = Path.of("target/test-cache");
    private static final LocalDate DAY = LocalDate.parse("2022-05-01");

    @TempDir
    private Path temp;

    private DataSource h2() {
        DataSource database = new DriverManagerDataSource("jdbc:h2:file:" + temp.resolve("db"), "sa", "");
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static Outcome replay(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return replay(
                    connection.getMetaData().getURL(), connection.getMetaData().getUserName());
        }
    }

    private static Outcome replay(String url, String user) {
        return new Terminal().run("replay", "--database=" + url, "--user=" + user, "--cache=" + CACHE, "--lang=en");
    }

    private static void store(DataSource database, String result) {
        ResolvedEdition edition =
                new RulesFolderReader().read(SmallRules.ORIGINAL).resolved().get(1);
        JdbcClient jdbc = JdbcClient.create(database);
        UUID sheet = UUID.randomUUID();
        jdbc.sql(
                        "insert into published_version (hash, programme, edition, files, origin) values (?, 'camp', '2022', ?, 'FOLDER')")
                .params(edition.edition().version(), JsonMapper.shared().writeValueAsString(edition.files()))
                .update();
        jdbc.sql(
                        "insert into answer_sheet values (?, 'camp', '2022', ?, ?, '{}', '[]', '{}', current_timestamp, current_timestamp, 1)")
                .params(sheet, "e".repeat(64), "v".repeat(64))
                .update();
        jdbc.sql("insert into assessment values (?, ?, ?, ?, '{\"participants\": 1}', ?, current_timestamp, 1)")
                .params(UUID.randomUUID(), sheet, edition.edition().version(), DAY, result)
                .update();
    }

    private static String advice() {
        Adviser adviser = new FolderAdvice(SmallRules.ORIGINAL, new RuleCompiler(CACHE)).adviser("camp", DAY);
        return AssessmentJson.write(adviser.assess(Answers.NONE.with("participants", Answer.Number.of(1)), DAY));
    }

    @Test
    void advice_that_comes_out_as_it_was_is_only_counted() throws SQLException {
        for (DataSource database : new DataSource[] {h2(), TestDatabase.POSTGRESQL.migrated()}) {
            store(database, advice());

            assertThat(replay(database)).isEqualTo(new Outcome(0, "1 replayed, 0 differ\n", ""));
        }
    }

    @Test
    void a_difference_is_told_by_its_path_and_ends_with_exit_code_1() throws SQLException {
        DataSource database = h2();
        store(database, advice().replace("\"NOT_YET\"", "\"READY\""));

        Outcome outcome = replay(database);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("/1 camp/2022 2022-05-01: verdict: \"READY\" → \"NOT_YET\"\n")
                .endsWith("1 replayed, 1 differ\n")
                .hasLineCount(2);
    }

    @Test
    void advice_whose_version_is_gone_counts_as_different() throws SQLException {
        DataSource database = h2();
        store(database, advice());
        JdbcClient.create(database).sql("delete from published_version").update();

        Outcome outcome = replay(database);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("is missing or can no longer be used");
    }

    @Test
    void an_empty_database_has_nothing_to_replay() throws SQLException {
        assertThat(replay(h2())).isEqualTo(new Outcome(0, "0 replayed, 0 differ\n", ""));
    }

    @Test
    void a_database_that_does_not_exist_is_bad_input_and_is_not_made() {
        Outcome outcome = replay("jdbc:h2:file:" + temp.resolve("none"), "sa");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("cannot be opened");
        assertThat(temp).isEmptyDirectory();
    }
}
