package jp.readiness.answers;

import static jp.readiness.answers.Sheets.CAPITAL;
import static jp.readiness.answers.Sheets.PARTICIPANTS;
import static jp.readiness.answers.Sheets.STAGE;
import static jp.readiness.answers.Sheets.TOOLS;
import static jp.readiness.answers.Sheets.WANTS_IT;
import static jp.readiness.answers.Sheets.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.answers.AnswerReader.Sheet;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Option;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonAnswersTest {

    private final AnswerReader reader = new AnswerReader();

    static Stream<Object> threes() {
        return Stream.of(3, 3L, (short) 3, 3.0, 3f, new BigDecimal("3.00"), BigInteger.valueOf(3), "3", "３");
    }

    @ParameterizedTest
    @MethodSource("threes")
    void equal_numbers_are_equal_answers(Object three) {
        assertThat(reader.value(PARTICIPANTS, three)).isEqualTo(Read.of(Answer.Number.of(3)));
    }

    static Stream<Object> noNumbers() {
        return Stream.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                new BigDecimal("1e999999999"),
                new BigDecimal("1e-999999999"),
                BigInteger.TEN.pow(100_000),
                true,
                "",
                "three",
                "9".repeat(1 << 20),
                List.of(3),
                Map.of("a", 3));
    }

    @ParameterizedTest
    @MethodSource("noNumbers")
    void what_is_no_number_or_a_monstrous_one_is_a_problem(Object value) {
        Text problem = reader.value(CAPITAL, value).problem().orElseThrow();

        assertThat(problem.ja()).hasSizeLessThan(150);
    }

    @Test
    void types_are_strict() {
        assertThat(reader.value(WANTS_IT, true)).isEqualTo(Read.of(new Answer.YesNo(true)));
        assertThat(reader.value(WANTS_IT, "yes").problem()).isPresent();
        assertThat(reader.value(WANTS_IT, 1).problem()).isPresent();
        assertThat(reader.value(STAGE, "すでに始めている").problem()).isPresent();
        assertThat(reader.value(STAGE, "UNDERWY").problem().orElseThrow().en())
                .isEqualTo("`UNDERWY` is not an option. Maybe you meant `UNDERWAY`.");
        assertThat(reader.value(TOOLS, "PAPER").problem()).isPresent();
        assertThat(reader.value(TOOLS, Arrays.asList("PAPER", null)).problem()).isPresent();
        assertThat(reader.value(WISH, 3).problem()).isPresent();
    }

    @Test
    void null_is_open_and_an_empty_list_is_none_of_these() {
        for (Question question : Sheets.ALL) {
            assertThat(reader.value(question, null)).isEqualTo(Read.OPEN);
        }
        assertThat(reader.value(TOOLS, List.of())).isEqualTo(Read.of(new Answer.Choices(Set.of())));
    }

    @Test
    void a_sheet_keeps_the_good_answers_and_tells_every_problem_by_its_key() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("particpants", 3);
        values.put("stage", "PLANNED");
        values.put("wantsIt", "maybe");
        values.put("tools", null);

        Sheet sheet = reader.sheet(Sheets.ALL, values);

        assertThat(sheet.answers()).isEqualTo(new Answers(Map.of("stage", new Answer.Choice("PLANNED"))));
        assertThat(sheet.problems().keySet()).containsExactly("particpants", "wantsIt");
        assertThat(sheet.problems().values().iterator().next().ja())
                .isEqualTo("「particpants」という質問はありません。もしかして「participants」ですか。");
    }

    static Stream<Answers> randomSheets() {
        return IntStream.range(0, 200).mapToObj(seed -> randomSheet(new Random(seed)));
    }

    @ParameterizedTest
    @MethodSource("randomSheets")
    void what_is_written_is_read_back(Answers answers) {
        Sheet again = reader.sheet(Sheets.ALL, AnswerReader.values(answers));

        assertThat(again.problems()).isEmpty();
        assertThat(again.answers()).isEqualTo(answers);
    }

    @ParameterizedTest
    @MethodSource("randomSheets")
    void what_is_shown_can_be_typed_again_in_either_language(Answers answers) {
        for (Question question : Sheets.ALL) {
            answers.get(question.id()).ifPresent(answer -> {
                Text shown = AnswerReader.display(question, answer);

                assertThat(reader.typed(question, List.of(shown.ja()))).isEqualTo(Read.of(answer));
                assertThat(reader.typed(question, List.of(shown.en()))).isEqualTo(Read.of(answer));
            });
        }
    }

    @Test
    void answers_are_shown_with_unit_and_labels() {
        assertThat(AnswerReader.display(PARTICIPANTS, Answer.Number.of(2))).isEqualTo(new Text("2名", "2 people"));
        assertThat(AnswerReader.display(CAPITAL, new Answer.Number(new BigDecimal("-1234567.5"))))
                .isEqualTo(new Text("-1,234,567.5円", "-1,234,567.5 yen"));
        assertThat(AnswerReader.display(WANTS_IT, new Answer.YesNo(false))).isEqualTo(new Text("いいえ", "No"));
        assertThat(AnswerReader.display(TOOLS, new Answer.Choices(Set.of("PHONE", "PAPER"))))
                .isEqualTo(new Text("紙、電話", "Paper, Telephone"));
        assertThat(AnswerReader.display(TOOLS, new Answer.Choices(Set.of())))
                .isEqualTo(new Text("該当なし", "None of these"));
    }

    private static Answers randomSheet(Random random) {
        Map<String, Answer> answers = new HashMap<>();
        for (Question question : Sheets.ALL) {
            if (random.nextInt(4) > 0) {
                answers.put(question.id(), randomAnswer(question, random));
            }
        }
        return new Answers(answers);
    }

    private static Answer randomAnswer(Question question, Random random) {
        return switch (question.type()) {
            case YES_NO -> new Answer.YesNo(random.nextBoolean());
            case WHOLE -> Answer.Number.of(random.nextInt(25));
            case DECIMAL ->
                new Answer.Number(new BigDecimal(new BigInteger(random.nextInt(49) + 1, random), random.nextInt(10))
                        .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
            case CHOICE ->
                new Answer.Choice(
                        options(question).get(random.nextInt(question.options().size())));
            case CHOICES -> {
                List<String> chosen = new ArrayList<>(options(question));
                chosen.removeIf(option -> random.nextBoolean());
                yield new Answer.Choices(Set.copyOf(chosen));
            }
            case TEXT -> new Answer.ShortText("𠮷" + random.nextInt() + " \"<&'");
        };
    }

    private static List<String> options(Question question) {
        return question.options().stream().map(Option::id).toList();
    }
}
