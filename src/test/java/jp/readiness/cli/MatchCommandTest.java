package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {

    private static final String COMPANIES = """
            applicant,themes,location,jointMonths,inHouseTalent
            桑名の老舗,MARKETING,三重県桑名市,６,NOBODY
            北見の農家,DRONES_ROBOTS_3D,KITAMI,5,SOME
            """;
    private static final String TALENTS = """
            氏名,themeSkills,regions,jointMonths,digitalRecord
            甲野,MARKETING,KUWANA;OKINAWA,6,LED
            "=乙野",DRONES_ROBOTS_3D,,5,BUILT
            """;

    @TempDir
    private Path temp;

    private Path out() {
        return temp.resolve("組.csv");
    }

    private Path file(String name, String content, Charset charset) throws IOException {
        return Files.write(temp.resolve(name), content.getBytes(charset));
    }

    private Outcome match(String companies, String talents, String... more) throws IOException {
        return run(Stream.concat(
                        Stream.of(
                                "co-lead",
                                file("会社.csv", companies, Charset.forName("windows-31j"))
                                        .toString(),
                                file("人材.csv", talents, StandardCharsets.UTF_8).toString(),
                                "-o",
                                out().toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static Outcome run(String... args) {
        return new Terminal()
                .run(Stream.concat(
                                Stream.of("match", "--lang=en", "--rules=rules", "--cache=target/test-cache"),
                                Stream.of(args))
                        .toArray(String[]::new));
    }

    @Test
    void pairs_that_go_together_are_written_with_their_reasons_the_best_first() throws IOException {
        Outcome outcome = match(COMPANIES, TALENTS);

        assertThat(outcome.code()).isZero();
        List<String> rows = Files.readAllLines(out());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("\uFEFFrank,Company,CompanyLine,Talent,TalentLine,fit,points,");
        assertThat(rows.get(1))
                .startsWith("1,桑名の老舗,2,甲野,2,FITS,7,7,")
                .contains("Region(Company: Kuwana, Mie / Talent: Kuwana, Mie, Okinawa)");
        assertThat(rows.get(2)).startsWith("2,北見の農家,3,").contains(",OPEN,", "Talent: not answered");
        assertThat(String.join("\n", rows)).doesNotContain(",=乙野");
    }

    @Test
    void pairs_that_do_not_fit_are_written_when_asked_for() throws IOException {
        assertThat(match(COMPANIES, TALENTS, "--all").code()).isZero();
        assertThat(Files.readAllLines(out())).hasSize(5);
        assertThat(match(COMPANIES, TALENTS, "--all", "--best=1").code()).isZero();
        assertThat(Files.readAllLines(out())).hasSize(3);
    }

    @Test
    void the_same_files_give_the_same_bytes() throws IOException {
        match(COMPANIES, TALENTS, "--all");
        byte[] first = Files.readAllBytes(out());

        match(COMPANIES, TALENTS, "--all");

        assertThat(Files.readAllBytes(out())).isEqualTo(first);
    }

    @Test
    void a_row_that_cannot_be_read_takes_no_part_and_is_named() throws IOException {
        Outcome outcome = match(COMPANIES, TALENTS.replace(",6,LED", ",many,LED"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("人材.csv", "Line 2", "jointMonths", "many");
        assertThat(Files.readString(out())).contains("北見の農家").doesNotContain("甲野");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "co-leap|There is no match \"co-leap\"",
                "bootcamp|There is no match \"bootcamp\"",
                "co-lead/1999|1999"
            })
    void a_match_that_is_not_there_is_said_to_be_missing(String name, String words) throws IOException {
        String file = file("a.csv", COMPANIES, StandardCharsets.UTF_8).toString();

        Outcome outcome = run(name, file, file, "-o", out().toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains(words);
        assertThat(out()).doesNotExist();
    }

    @Test
    void who_stands_in_the_wrong_list_goes_with_nobody() throws IOException {
        String companies = COMPANIES
                .replace("applicant,", "applicant,applicantKind,")
                .replace("桑名の老舗,", "桑名の老舗,TALENT,")
                .replace("北見の農家,", "北見の農家,,");

        match(companies, TALENTS);
        assertThat(Files.readString(out())).contains("北見の農家").doesNotContain("桑名の老舗");

        match(companies, TALENTS, "--all");
        assertThat(Files.readString(out()))
                .contains("DOES_NOT_FIT,7,7,", "Not for the applicant(Company: Specialist who");
    }

    @Test
    void neither_list_is_written_over() throws IOException {
        Path companies = file("companies.csv", COMPANIES, StandardCharsets.UTF_8);
        Path talents = file("talents.csv", TALENTS, StandardCharsets.UTF_8);

        Outcome outcome = run("co-lead", companies.toString(), talents.toString(), "-o", talents.toString());

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("need a file each");
        assertThat(talents).hasContent(TALENTS);
    }

    @Test
    void lists_that_cannot_be_read_leave_nothing_behind() throws IOException {
        assertThat(match("x,y\n1,2\n", TALENTS).code()).isEqualTo(2);
        assertThat(match("", TALENTS).code()).isEqualTo(2);
        assertThat(match(COMPANIES, TALENTS, "--as-of=2020-01-01").code()).isEqualTo(2);
        assertThat(run("co-lead", "gone.csv", "gone.csv", "-o", out().toString())
                        .err())
                .contains("gone.csv");
        assertThat(out()).doesNotExist();
    }
}
