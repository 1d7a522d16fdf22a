package jp.readiness.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Verdict;
import jp.readiness.check.Checker;
import jp.readiness.folder.ResolvedEdition;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.library.Publication.Origin;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class LibraryTest {

    private static final Path CACHE = Path.of("target/test-cache");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final Answers TWO = Answers.NONE.with("participants", Answer.Number.of(2));
    private static final String RULES = "camp/2022/rules.drl";
    private static final String PROGRAMME = "camp/2022/programme.yaml";
    private static final String SCENARIOS = "camp/2022/scenarios.yaml";

    @TempDir
    private Path temp;

    private Library start(SmallRules rules, DataSource database) {
        RuleCompiler compiler = new RuleCompiler(CACHE);
        return new Library(rules.folder(), new Checker(compiler), Versions.in(database, compiler));
    }

    @Test
    void a_folder_may_be_read_again_any_number_of_times() {
        HikariConfig one = new HikariConfig();
        one.setDataSource(TestDatabase.H2.migrated());
        one.setMaximumPoolSize(1);
        one.setConnectionTimeout(1_000);
        try (HikariDataSource pool = new HikariDataSource(one)) {
            SmallRules rules = SmallRules.in(temp);
            Library library = start(rules, pool);
            askForThree(rules);

            library.importFolder();
            library.importFolder();

            assertThat(verdict(library)).isEqualTo(Verdict.NOT_YET);
        }
    }

    /** A stricter edition, its scenario with it. */
    private static void askForThree(SmallRules rules) {
        rules.change(PROGRAMME, "value: 2", "value: 3").change(SCENARIOS, "participants: 2,", "participants: 3,");
    }

    private static Verdict verdict(Library library) {
        return library.inForce("camp", DAY).assess(TWO, DAY).verdict();
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_folder_goes_live_and_the_old_version_stays_at_hand(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);
        String before = library.inForce("camp", DAY).edition().version();
        assertThat(verdict(library)).isNotEqualTo(Verdict.NOT_YET);

        askForThree(rules);
        library.importFolder();

        assertThat(verdict(library)).isEqualTo(Verdict.NOT_YET);
        assertThat(library.version("camp", "2022", before))
                .hasValueSatisfying(
                        old -> assertThat(old.assess(TWO, DAY).verdict()).isNotEqualTo(Verdict.NOT_YET));
        assertThat(start(rules, database).version("camp", "2022", before)).isPresent();
        assertThat(library.version("camp", "2021", before)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_version_that_fails_its_checks_does_not_go_live_and_the_last_good_one_stays(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);
        String good = library.inForce("camp", DAY).edition().version();

        rules.change(RULES, "participants <", "particpants <");
        library.importFolder();

        assertThat(library.inForce("camp", DAY).edition().version()).isEqualTo(good);
        assertThat(library.problems()).anySatisfy(problem -> {
            assertThat(problem.isError()).isTrue();
            assertThat(problem.place()).hasToString(RULES + ":3:16");
        });
        assertThat(start(rules, database).inForce("camp", DAY).edition().version())
                .as("after a restart on the broken folder")
                .isEqualTo(good);

        rules.change(RULES, "particpants <", "participants <");
        library.importFolder();
        assertThat(library.problems().stream().filter(Problem::isError)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_version_whose_scenarios_fail_does_not_go_live(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        Library library = start(rules, kind.migrated());
        String good = library.inForce("camp", DAY).edition().version();

        rules.change(PROGRAMME, "value: 2", "value: 3").change(SCENARIOS, "READY", "NOT_FOR_YOU");
        library.importFolder();

        assertThat(library.inForce("camp", DAY).edition().version()).isEqualTo(good);
        assertThat(library.problems())
                .anySatisfy(problem -> assertThat(problem.place()).hasToString("camp/2022/scenarios.yaml:1:3"));
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_folder_of_any_kind_takes_nothing_away(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);

        rules.write("questions.yaml", "sections: [").write(PROGRAMME, "\u0000");
        library.importFolder();
        assertThat(library.editions()).hasSize(2);

        rules.delete(".");
        library.importFolder();
        assertThat(library.editions()).hasSize(2);
        assertThat(library.problems()).isNotEmpty();
        assertThat(start(rules, database).editions()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void an_edition_whose_folder_is_deleted_is_offered_no_more(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);
        String version = library.edition("camp", "2021").orElseThrow().edition().version();

        rules.delete("camp/2021");
        library.importFolder();

        assertThat(library.edition("camp", "2021")).isEmpty();
        assertThat(start(rules, database).edition("camp", "2021")).isEmpty();
        assertThatThrownBy(() -> library.inForce("camp", LocalDate.parse("2021-06-01")))
                .isInstanceOf(NoSuchEdition.class);
        assertThat(library.version("camp", "2021", version))
                .as("for old advice")
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void an_older_edition_does_not_quietly_take_the_place_of_one_whose_folder_is_gone(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);
        assertThat(withdrawn(library)).isEmpty();

        rules.delete("camp/2022");
        library.importFolder();

        assertThat(withdrawn(library)).singleElement().satisfies(warning -> {
            assertThat(warning.isError()).isFalse();
            assertThat(warning.place().file()).isEqualTo("camp/2022");
            assertThat(warning.message().ja()).contains("代わりに「2021」(2021-04-01〜2022-03-31)");
        });
        assertThat(withdrawn(start(rules, database))).as("after a restart").hasSize(1);

        for (String file : List.of("programme.yaml", "rules.drl", "scenarios.yaml")) {
            rules.write(
                    "camp/2022/" + file,
                    read(SmallRules.ORIGINAL.resolve("camp/2022").resolve(file)));
        }
        library.importFolder();
        assertThat(withdrawn(library)).isEmpty();
    }

    private static List<Problem> withdrawn(Library library) {
        return library.problems().stream()
                .filter(problem -> problem.code().equals("WITHDRAWN_EDITION"))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void going_back_to_an_old_content_is_an_ordinary_change(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);
        String first = library.inForce("camp", DAY).edition().version();

        askForThree(rules);
        library.importFolder();
        rules.change(PROGRAMME, "value: 3", "value: 2").change(SCENARIOS, "participants: 3,", "participants: 2,");
        library.importFolder();

        assertThat(library.inForce("camp", DAY).edition().version()).isEqualTo(first);
        assertThat(JdbcClient.create(database)
                        .sql("select hash from live_edition where edition = '2022'")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of(first));
        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from published_version where edition = '2022'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void two_editions_with_the_same_content_are_two_versions(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        for (String file : List.of("programme.yaml", "rules.drl", "scenarios.yaml")) {
            rules.write("twin/2022/" + file, rules.read("camp/2022/" + file));
        }
        Library library = start(rules, kind.migrated());
        String hash = library.inForce("camp", DAY).edition().version();

        assertThat(library.inForce("twin", DAY).edition().version()).isEqualTo(hash);
        assertThat(library.version("twin", "2022", hash).orElseThrow().edition().name())
                .isEqualTo("twin/2022");
        assertThat(library.current(DAY)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void a_start_from_an_unchanged_folder_compiles_nothing(TestDatabase kind, CapturedOutput log) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        start(rules, database);

        start(rules, database);

        assertThat(log.toString().lines().reduce((first, last) -> last).orElseThrow())
                .contains("2 editions and 0 matches live, 0 compiled, 2 from the cache");
    }

    private static ResolvedEdition content(SmallRules rules) {
        return new RulesFolderReader()
                .read(rules.folder()).resolved().stream()
                        .filter(resolved -> resolved.edition().name().equals("camp/2022"))
                        .findFirst()
                        .orElseThrow();
    }

    private static Publication online() {
        return new Publication("an editor", Optional.of("an approver"), "from last year's outcomes", Origin.ONLINE);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_published_online_stays_until_somebody_publishes_the_changed_folder(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library library = start(rules, database);
        String first = library.inForce("camp", DAY).edition().version();
        String original = rules.read(PROGRAMME);
        String scenarios = rules.read(SCENARIOS);
        askForThree(rules);
        ResolvedEdition stricter = content(rules);
        rules.write(PROGRAMME, original).write(SCENARIOS, scenarios);

        assertThat(library.publish(stricter, Optional.of("0".repeat(64)), online()))
                .as("over a version that is not live")
                .isFalse();
        assertThat(library.publish(stricter, Optional.of(first), online())).isTrue();
        library.takeUp();
        assertThat(verdict(library)).isEqualTo(Verdict.NOT_YET);
        assertThat(verdict(start(rules, database))).as("after a restart").isEqualTo(Verdict.NOT_YET);

        rules.change(RULES, "rule \"no-data\"", "// from the folder\nrule \"no-data\"");
        List<String> offered = new ArrayList<>();
        RuleCompiler compiler = new RuleCompiler(CACHE);
        FolderListener listener = new FolderListener() {
            @Override
            public void published(ResolvedEdition resolved) {}

            @Override
            public void offered(ResolvedEdition resolved, String live) {
                offered.add(resolved.edition().name() + " over " + live);
            }
        };
        Library watching =
                new Library(rules.folder(), new Checker(compiler), Versions.in(database, compiler), listener);
        assertThat(offered)
                .containsExactly("camp/2022 over " + stricter.edition().version());
        assertThat(verdict(watching)).isEqualTo(Verdict.NOT_YET);
        assertThat(watching.problems())
                .anySatisfy(problem -> assertThat(problem.code()).isEqualTo("FOLDER_DIFFERS"));
        watching.importFolder();
        assertThat(offered).as("once").hasSize(1);

        assertThat(watching.publish(
                        content(rules), Optional.of(stricter.edition().version()), online()))
                .isTrue();
        watching.takeUp();
        askForThree(rules);
        watching.importFolder();
        assertThat(verdict(watching))
                .as("folder and live version agreed before the change")
                .isEqualTo(Verdict.NOT_YET);
        assertThat(watching.history("camp", "2022").stream().map(Published::origin))
                .containsExactly(Origin.FOLDER, Origin.ONLINE, Origin.ONLINE, Origin.FOLDER);
    }

    @ParameterizedTest
    @EnumSource
    void what_another_server_publishes_is_taken_up(TestDatabase kind) {
        SmallRules rules = SmallRules.in(temp);
        DataSource database = kind.migrated();
        Library one = start(rules, database);
        Library other = start(rules, database);
        String first = one.inForce("camp", DAY).edition().version();
        askForThree(rules);
        one.publish(content(rules), Optional.of(first), online());

        other.takeUp();

        assertThat(verdict(other)).isEqualTo(Verdict.NOT_YET);
    }
}
