package jp.readiness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.readiness.SmallRules;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.AssessmentJson;
import jp.readiness.advice.Verdict;
import jp.readiness.cli.Terminal.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessTest {

    @TempDir
    private Path temp;

    private final Terminal terminal = new Terminal();

    private Outcome assess(Path rules, String... more) {
        return terminal.run(Stream.concat(
                        Stream.of("assess", "--lang=en", "--rules=" + rules, "--cache=target/test-cache"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Outcome assess(String... more) {
        return assess(SmallRules.ORIGINAL, more);
    }

    private String file(String json) throws IOException {
        return Files.writeString(temp.resolve("答え.json"), json).toString();
    }

    @Test
    void the_advice_is_one_line_of_json_on_standard_output() throws IOException {
        Outcome outcome = assess("camp", file("{\"applicant\": \"例示製作所\", \"answers\": {\"participants\": 1}}"));

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).endsWith("\n").hasLineCount(1).doesNotContain("例示製作所");
        Assessment advice = AssessmentJson.read(outcome.out());
        assertThat(advice.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(advice.edition()).isEqualTo("2022");
    }

    @Test
    void answers_can_be_piped_in() {
        terminal.typing("{\"answers\": {\"participants\": 2, \"hasData\": true}}");

        assertThat(AssessmentJson.read(assess("camp", "-").out()).verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void the_edition_is_the_one_named_or_the_one_in_force_on_the_day() throws IOException {
        String file = file("{\"answers\": {\"participants\": 1}}");

        assertThat(AssessmentJson.read(assess("camp/2021", file).out()).edition())
                .isEqualTo("2021");
        Assessment past = AssessmentJson.read(
                assess("camp", file, "--as-of", "2021-05-01").out());
        assertThat(past.edition()).isEqualTo("2021");
        assertThat(past.asOf()).isEqualTo("2021-05-01");
        assertThat(past.closed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "cmap      ~ There is no programme \"cmap\". Maybe you meant `camp`. There is: camp.",
                "camp/2023 ~ There is no edition of camp \"2023\".",
                "camp/     ~ There is no edition of camp \"\".",
                "/         ~ There is no programme \"\".",
                "../camp   ~ There is no programme \"..\"."
            })
    void a_programme_or_edition_that_does_not_exist_is_bad_input(String name, String words) throws IOException {
        Outcome outcome = assess(name, file("{\"answers\": {}}"));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith(words);
    }

    @Test
    void a_day_before_the_first_edition_is_bad_input() throws IOException {
        Outcome outcome = assess("camp", file("{\"answers\": {}}"), "--as-of=2021-03-31");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("the first one starts on 2021-04-01");
    }

    @Test
    void everything_wrong_with_the_answers_is_said_by_file_and_field() throws IOException {
        String file = file("{\"answers\": {\"participants\": \"two\", \"tool\": []}, \"aplicant\": \"x\"}");

        Outcome outcome = assess("camp", file);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(file + ": answers.participants: "))
                .anyMatch(line -> line.startsWith(file + ": answers.tool: ") && line.contains("`tools`"))
                .anyMatch(line -> line.startsWith(file + ": aplicant: ") && line.contains("`applicant`"));
    }

    @Test
    void a_file_that_is_missing_unreadable_no_json_or_far_too_large_is_bad_input() throws IOException {
        List<Outcome> outcomes = List.of(
                assess("camp", temp.resolve("none.json").toString()),
                assess("camp", temp.toString()),
                assess("camp", file("participants = 1")),
                assess("camp", file("{\"answers\": {\"note\": \"" + "x".repeat(1_000_000) + "\"}}")));

        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).hasLineCount(1).hasSizeLessThan(500);
        });
    }

    @Test
    void an_edition_with_errors_is_refused_and_an_older_one_does_not_take_its_place() throws IOException {
        SmallRules rules = SmallRules.in(temp).change("camp/2022/rules.drl", "participants <", "particpants <");
        String file = file("{\"answers\": {}}");

        assertThat(assess(rules.folder(), "camp", file).code()).isEqualTo(2);
        assertThat(assess(rules.folder(), "camp", file).err())
                .contains("camp/2022")
                .contains("errors");
        assertThat(assess(rules.folder(), "camp/2021", file).code()).isZero();

        rules.write("camp/2022/programme.yaml", "title: 1");
        assertThat(assess(rules.folder(), "camp", file).err()).contains("the older 2021 does not take its place");
    }
}
