package jp.readiness.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.SmallRules;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerDocumentTest {

    private static final List<Question> QUESTIONS =
            new RulesFolderReader().read(SmallRules.ORIGINAL).editions().get(0).questions();

    @Test
    void a_good_document_is_read_as_it_stands() {
        AnswerDocument document = read("""
                {"applicant": "𠮷田<script>🚀\\"", "answers":
                 {"participants": 2, "hasData": false, "share": 0.50, "tools": ["BI"], "note": null}}""");

        assertThat(document.problems()).isEmpty();
        assertThat(document.applicant()).contains("𠮷田<script>🚀\"");
        assertThat(document.answers())
                .isEqualTo(Answers.NONE
                        .with("participants", Answer.Number.of(2))
                        .with("hasData", new Answer.YesNo(false))
                        .with("share", new Answer.Number(new java.math.BigDecimal("0.5")))
                        .with("tools", new Answer.Choices(java.util.Set.of("BI"))));
    }

    @Test
    void a_name_is_not_needed_and_a_byte_order_mark_does_no_harm() {
        assertThat(read("\uFEFF{\"answers\": {}}").problems()).isEmpty();
        assertThat(AnswerDocument.read(
                                "{\"answers\": {\"participants\": 3}}".getBytes(StandardCharsets.UTF_16), QUESTIONS)
                        .answers()
                        .get("participants"))
                .contains(Answer.Number.of(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "{\"answers\": {\"participants\": \"two\"}}        ~ answers.participants",
                "{\"answers\": {\"participants\": true}}           ~ answers.participants",
                "{\"answers\": {\"participants\": -1}}             ~ answers.participants",
                "{\"answers\": {\"participants\": 1.5}}            ~ answers.participants",
                "{\"answers\": {\"participants\": 1e999999999}}    ~ answers.participants",
                "{\"answers\": {\"participants\": {\"a\": [1]}}}   ~ answers.participants",
                "{\"answers\": {\"hasData\": \"yes\"}}             ~ answers.hasData",
                "{\"answers\": {\"hasData\": 1}}                   ~ answers.hasData",
                "{\"answers\": {\"tools\": \"BI\"}}                ~ answers.tools",
                "{\"answers\": {\"tools\": [\"bi\"]}}              ~ answers.tools",
                "{\"answers\": {\"applicantKind\": [\"COMPANY\"]}} ~ answers.applicantKind",
                "{\"answers\": {\"participant\": 1}}               ~ answers.participant",
                "{\"answers\": [1]}                                ~ answers",
                "{}                                                ~ answers",
                "{\"answers\": {}, \"applicant\": 5}               ~ applicant",
                "{\"answers\": {}, \"applicant\": \"a\\u0000b\"}   ~ applicant",
                "{\"answers\": {}, \"applicant\": \"\\ud800\"}     ~ applicant",
                "{\"answers\": {}, \"answer\": {}}                 ~ answer",
                "[]                                                ~ ``",
                "null                                              ~ ``",
                "{\"answers\": {\"participants\": NaN}}            ~ ``",
                "{\"answers\": {\"participants\": Infinity}}       ~ ``",
                "{\"answers\": {}} {}                              ~ ``",
                "{\"answers\": {\"hasData\": true, \"hasData\": false}} ~ ``",
                "{'answers': {}}                                   ~ ``",
                "{\"answers\": {                                   ~ ``",
                "participants=1                                    ~ ``"
            })
    void what_is_wrong_is_said_under_its_field_and_nothing_is_thrown(String json, String field) {
        assertThat(read(json).problems()).containsOnlyKeys(field).allSatisfy((key, text) -> {
            assertThat(text.ja()).isNotBlank();
            assertThat(text.en()).isNotBlank();
        });
    }

    @Test
    void everything_wrong_is_said_at_once() {
        AnswerDocument document = read("""
                {"applicant": [], "answers": {"participants": 51, "hasData": "?", "tool": 1, "share": 0.2}, "extra": 1}""");

        assertThat(document.problems().keySet())
                .containsExactly("applicant", "answers.participants", "answers.hasData", "answers.tool", "extra");
        assertThat(document.answers().byQuestion()).containsOnlyKeys("share");
        assertThat(english(document, "answers.tool")).contains("Maybe you meant `tools`");
    }

    @Test
    void broken_json_is_said_with_its_place() {
        assertThat(english(read("{\"answers\":\n {\"participants\": 1,}}"), ""))
                .startsWith("This is not valid JSON, near line 2, column 21.");
    }

    @Test
    void the_place_counts_characters_and_not_bytes() {
        assertThat(english(read("{\"applicant\": \"𠮷田製作所\",}"), "")).contains("line 1, column 23.");
    }

    static Stream<Arguments> enormous() {
        String many =
                IntStream.range(0, 8_000).mapToObj(i -> "\"q" + i + "\": 1").collect(Collectors.joining(","));
        return Stream.of(
                Arguments.of("{\"answers\": {\"note\": \"" + "x".repeat(1_000_000) + "\"}}"),
                Arguments.of("{\"answers\": {\"note\": \"" + "x".repeat(100_000) + "\"}}"),
                Arguments.of("{\"answers\": {\"participants\": 1" + "0".repeat(100_000) + "}}"),
                Arguments.of("[".repeat(200_000)),
                Arguments.of("{\"a\":".repeat(40_000)),
                Arguments.of("{\"answers\": {\"" + "q".repeat(100_000) + "\": 1}}"),
                Arguments.of("{\"answers\": {" + many + "}}"),
                Arguments.of(" ".repeat(1_000_000)));
    }

    @ParameterizedTest
    @MethodSource("enormous")
    void what_is_enormous_is_refused_with_a_short_word(String json) {
        Map<String, ?> problems = read(json).problems();

        assertThat(problems).isNotEmpty().hasSizeLessThanOrEqualTo(100);
        assertThat(problems.toString().length()).isLessThan(50_000);
    }

    private static String english(AnswerDocument document, String field) {
        return Objects.requireNonNull(document.problems().get(field)).en();
    }

    private static AnswerDocument read(String json) {
        return AnswerDocument.read(json.getBytes(UTF_8), QUESTIONS);
    }
}
