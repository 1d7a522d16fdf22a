package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.readiness.SmallRules;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

    @TempDir
    private Path temp;

    private Outcome run(String command, String... more) {
        return new Terminal()
                .run(Stream.concat(
                                Stream.of(
                                        command,
                                        "camp/2022",
                                        "--lang=en",
                                        "--rules=" + SmallRules.ORIGINAL,
                                        "--cache=target/test-cache"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private String at(String file) {
        return temp.resolve(file).toString();
    }

    private String in(String text) throws IOException {
        return Files.writeString(temp.resolve("in.csv"), text).toString();
    }

    @Test
    void all_rows_good_is_success() throws IOException {
        Outcome outcome = run(
                "batch",
                in("applicant,applicantKind,participants,hasData,share,tools,note\nA,COMPANY,2,yes,1,none,\n"),
                "-o",
                at("out.csv"));

        assertThat(outcome).isEqualTo(new Outcome(0, "1 rows judged, 0 rejected.\n", ""));
        assertThat(Files.readString(temp.resolve("out.csv"))).contains("2,A,READY,");
    }

    @Test
    void rejected_rows_are_told_and_the_exit_code_says_so() throws IOException {
        Outcome outcome = run("batch", in("applicant,participants\nA,x\nB,2\n"), "-o", at("out.csv"));

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out()).isEqualTo("1 rows judged, 1 rejected.\n");
        assertThat(outcome.err().lines())
                .containsExactly(
                        "These questions have no column and are taken as unanswered: applicantKind, hasData, share, tools, note",
                        "Line 2: column \"participants\", value \"x\": Please answer with a number (you gave: x).",
                        "With --rejects all rejected rows are written to a file.");
    }

    @Test
    void columns_are_mapped_by_hand() throws IOException {
        String in = in("社名,人数,備考\nA,2,x\n");

        assertThat(run("batch", in, "-o", at("out.csv")).code()).isEqualTo(2);

        Outcome outcome = run(
                "batch", in, "-o", at("out.csv"), "--map", "社名=applicant", "--map=人数=participants", "--map=備考=ignore");
        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(temp.resolve("out.csv"))).contains("2,A,");
    }

    @Test
    void what_cannot_be_read_or_written_is_bad_input() throws IOException {
        String in = in("participants\n2\n");

        assertThat(run("batch", at("none.csv"), "-o", at("out.csv")).code()).isEqualTo(2);
        assertThat(run("batch", temp.toString(), "-o", at("out.csv")).code()).isEqualTo(2);
        assertThat(run("batch", in, "-o", at("out.txt")).err()).contains("its name must end in .csv or .xlsx");
        assertThat(run("batch", in, "-o", at("no/such/folder/out.csv")).err()).contains("cannot be written");
        assertThat(run("batch", in, "-o", in).err()).contains("need a file each");
        assertThat(run("batch", in).err()).startsWith("--output OUT.csv|xlsx is missing.");
        assertThat(run("batch", in, "-o", at("out.csv"), "--encoding=klingon").err())
                .startsWith("--encoding takes NAME (you gave: klingon).");
    }

    @Test
    void made_up_applicants_can_be_judged() {
        assertThat(run("generate", "--rows", "1000", "--seed", "7", "-o", at("in.xlsx"))
                        .code())
                .isZero();

        assertThat(run("batch", at("in.xlsx"), "-o", at("out.xlsx")).out())
                .isEqualTo("1,000 rows judged, 0 rejected.\n");
        assertThat(run("generate", "--rows", "0", "-o", at("x.csv")).code()).isEqualTo(2);
    }

    @Test
    void a_template_is_made_in_either_format() {
        assertThat(run("template", "-o", at("t.csv")).code()).isZero();
        assertThat(run("template", "-o", at("t.xlsx")).code()).isZero();
        assertThat(run("template", "-o", at("t.pdf")).code()).isEqualTo(2);
        assertThat(temp.resolve("t.csv"))
                .content()
                .isEqualTo("\uFEFFapplicant,Kind of applicant,Participants,Is there data?,Share,Tools,A word\r\n");
    }
}
