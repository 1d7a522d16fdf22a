package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.readiness.SmallRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code impact}: who is judged otherwise by changed rules. */
class ImpactTest {

    @TempDir
    private Path temp;

    private Path cohort;
    private Path stricter;

    @BeforeEach
    void write() throws IOException {
        cohort = Files.writeString(temp.resolve("cohort.csv"), """
                applicant,participants,hasData
                one,1,true
                two,2,true
                three,3,true
                nobody,,true
                """);
        stricter = SmallRules.in(Files.createDirectory(temp.resolve("to")))
                .change("camp/2022/programme.yaml", "value: 2", "value: 3")
                .folder();
    }

    private Terminal.Outcome run(String... more) {
        String[] all = new String[more.length + 6];
        System.arraycopy(
                new String[] {"impact", "camp", cohort.toString(), "--lang", "en", "--as-of=2026-11-22"}, 0, all, 0, 6);
        System.arraycopy(more, 0, all, 6, more.length);
        return new Terminal().run(all);
    }

    @Test
    void who_flips_is_named_with_the_rule_and_its_condition() {
        Terminal.Outcome terminal = run("--from", SmallRules.ORIGINAL.toString(), "--to", stricter.toString());
        assertThat(terminal.code()).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "two: READY LOW -> NOT_YET LOW: too-few-participants fires (participants 2 < 3)",
                        "1 of 4 applicants are judged otherwise.",
                        "{NOT_YET=1, NEEDS_ANSWERS=1, READY=2} -> {NOT_YET=2, NEEDS_ANSWERS=1, READY=1}",
                        "{LOW=4} -> {LOW=4}");
    }

    @Test
    void known_outcomes_say_whether_the_change_would_have_been_righter_or_that_they_are_too_few() throws IOException {
        StringBuilder table = new StringBuilder("applicant,participants,hasData,outcome\n");
        for (int i = 0; i < 24; i++) {
            table.append("firm ").append(i).append(i < 7 ? ",2,true,LEFT\n" : ",5,true,FINISHED\n");
        }
        Files.writeString(cohort, table);
        String from = SmallRules.ORIGINAL.toString();
        assertThat(run("--from", from, "--to", stricter.toString()).out())
                .contains("Against 24 known outcomes (7 dropped out):")
                .contains("admission: 17 -> 24 (+7 -0): the later rules would have been righter")
                .contains("likelihood: 17 -> 17 (+0 -0): too few to conclude anything (0; from 6 on)");
    }

    @Test
    void the_same_rules_flip_nobody() {
        Terminal.Outcome terminal = run("--from", stricter.toString(), "--to", stricter.toString());
        assertThat(terminal.out()).startsWith("0 of 4 applicants");
    }

    @Test
    void a_row_that_cannot_be_read_is_said_and_the_others_are_compared() throws IOException {
        Files.writeString(cohort, Files.readString(cohort) + "odd,many,true\n");
        Terminal.Outcome terminal = run("--from", SmallRules.ORIGINAL.toString(), "--to", stricter.toString());
        assertThat(terminal.err()).contains("Line 6", "many");
        assertThat(terminal.out()).contains("1 of 4 applicants");
    }

    @Test
    void a_folder_or_file_that_does_not_exist_is_bad_input() {
        assertThat(run("--to", temp.resolve("nowhere").toString()).code()).isEqualTo(2);
        cohort = temp.resolve("nothing.csv");
        assertThat(run("--from", stricter.toString(), "--to", stricter.toString())
                        .code())
                .isEqualTo(2);
    }
}
