package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import jp.readiness.SmallRules;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewProgrammeTest {

    @TempDir
    private Path temp;

    private Path rules;

    @BeforeEach
    void copy() {
        rules = SmallRules.in(temp).folder();
    }

    private Outcome run(String... command) {
        String[] all = Arrays.copyOf(command, command.length + 4);
        all[command.length] = "--rules";
        all[command.length + 1] = rules.toString();
        all[command.length + 2] = "--lang";
        all[command.length + 3] = "en";
        return new Terminal().run(all);
    }

    @Test
    void the_skeleton_passes_check_and_test_as_it_is() {
        int before = passed(run("test", "--cache", "target/test-cache"));

        assertThat(run("new", "night-school").code()).isZero();

        assertThat(run("check", "--cache", "target/test-cache")).isEqualTo(new Outcome(0, "", ""));
        Outcome tested = run("test", "--cache", "target/test-cache");
        assertThat(tested.code()).isZero();
        assertThat(passed(tested)).isEqualTo(before + 3);
    }

    private static int passed(Outcome tested) {
        String last = tested.out().lines().reduce((first, next) -> next).orElseThrow();
        return Integer.parseInt(last.replaceFirst(" passed, 0 failed", ""));
    }

    @Test
    void its_edition_is_the_fiscal_year_which_begins_in_april() {
        Path programme = Path.of("x");

        assertThat(Skeleton.of(programme, LocalDate.parse("2027-03-31")).edition())
                .isEqualTo(programme.resolve("2026"));
        assertThat(Skeleton.of(programme, LocalDate.parse("2027-04-01")).edition())
                .isEqualTo(programme.resolve("2027"));
    }

    @Test
    void a_programme_that_is_there_is_left_alone() {
        Outcome outcome = run("new", "camp");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("is there already");
        assertThat(run("check", "--cache", "target/test-cache").out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "/outside", "a/b", "a\\b", ".", "..", ".hidden", "has space", "a\nb", "camp!"})
    void what_is_no_id_is_refused_and_nothing_stays_behind(String id) {
        Outcome outcome = run("new", id);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isNotBlank();
        assertThat(rules).isDirectoryNotContaining(path -> !Files.isRegularFile(path) && !path.endsWith("camp"));
        assertThat(temp.resolve("outside")).doesNotExist();
    }
}
