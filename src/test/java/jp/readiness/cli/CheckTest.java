package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.readiness.SmallRules;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    @TempDir
    private Path temp;

    private SmallRules rules;

    @BeforeEach
    void copy() {
        rules = SmallRules.in(temp);
    }

    private Outcome check(String language) {
        return new Terminal()
                .run("check", "--rules", rules.folder().toString(), "--cache", "target/test-cache", "--lang", language);
    }

    @Test
    void a_sound_folder_is_passed_in_silence() {
        assertThat(check("ja")).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void every_problem_is_one_line_with_its_place_and_the_lines_are_sorted() {
        rules.change("camp/2022/rules.drl", "participants <", "particpants <")
                .change("camp/2022/rules.drl", "tools contains Tools.BI", "tools contains Tools.BL")
                .change("camp/2021/programme.yaml", "kind: criterion", "kind: criterium");

        Outcome outcome = check("en");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("""
                camp/2021/programme.yaml:41:11: error UNKNOWN_VALUE: `criterium` cannot be used here. Maybe you meant `criterion`.
                camp/2022/rules.drl:3:16: error UNKNOWN_QUESTION: There is no question "particpants". Maybe you meant `participants`.
                camp/2022/rules.drl:17:37: error UNKNOWN_OPTION: The question "tools" has no option "BL". Maybe you meant `BI`.
                """);
    }

    @Test
    void the_same_problems_are_told_in_japanese() {
        rules.change("camp/2022/rules.drl", "participants <", "particpants <");

        assertThat(check("ja").out())
                .startsWith("camp/2022/rules.drl:3:16: error ")
                .contains("もしかして「participants」");
    }

    @Test
    void a_warning_alone_is_no_failure() {
        rules.write("camp/2022/notes.txt", "?");

        Outcome outcome = check("en");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("camp/2022/notes.txt:1:1: warning UNKNOWN_FILE: ")
                .hasLineCount(1);
    }
}
