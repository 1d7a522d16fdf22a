package jp.readiness.answers;

import static jp.readiness.answers.Sheets.CAPITAL;
import static jp.readiness.answers.Sheets.MONTHS;
import static jp.readiness.answers.Sheets.PARTICIPANTS;
import static jp.readiness.answers.Sheets.STAGE;
import static jp.readiness.answers.Sheets.TOOLS;
import static jp.readiness.answers.Sheets.WANTS_IT;
import static jp.readiness.answers.Sheets.WISH;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import jp.readiness.answers.AnswerReader.Read;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Question;
import jp.readiness.programme.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAnswersTest {

    private final AnswerReader reader = new AnswerReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "３",
                " 3 ",
                "　３　",
                "3名",
                "３ 名",
                "3人",
                "3 people",
                "3 PEOPLE",
                "3.0",
                "+3",
                "\u200B3",
                "3\u00A0"
            })
    void a_number_may_be_typed_in_full_width_with_spaces_or_with_its_unit(String typed) {
        assertThat(typed(PARTICIPANTS, typed)).isEqualTo(Read.of(Answer.Number.of(3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000 | 1000",
                "１，０００円 | 1000",
                "3000万円 | 30000000",
                "3億5,000万円 | 350000000",
                "１．５億 | 150000000",
                "2万5000 | 25000",
                "-5 | -5",
                "−5 | -5",
                "－５ | -5",
                "▲5 | -5",
                "0.000000001 | 0.000000001",
                "-0 | 0"
            })
    void amounts_may_be_typed_as_people_in_japan_write_them(String typed, BigDecimal number) {
        assertThat(typed(CAPITAL, typed)).isEqualTo(Read.of(new Answer.Number(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3か月", "3ヶ月", "3カ月", "３ヵ月", "3 months"})
    void every_spelling_of_months_is_one(String typed) {
        assertThat(typed(MONTHS, typed)).isEqualTo(Read.of(Answer.Number.of(3)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "二",
                "1,00",
                "1,5",
                "1.2.3",
                "3e2",
                "0x10",
                "3個",
                "名",
                "NaN",
                "Infinity",
                "1e999999",
                "3億億",
                "万",
                "--3",
                "3 4"
            })
    void what_is_no_number_is_told_with_what_was_typed(String typed) {
        assertThat(typed(PARTICIPANTS, typed).problem().orElseThrow())
                .isEqualTo(new Text(
                        "数字で答えてください(入力:" + typed + ")。", "Please answer with a number (you gave: " + typed + ")."));
    }

    @Test
    void a_number_out_of_bounds_is_told_the_bounds_with_their_unit() {
        assertThat(typed(PARTICIPANTS, "51").problem())
                .contains(new Text(
                        "0名から50名までの数で答えてください(入力:51)。",
                        "Please answer with a number from 0 to 50 people (you gave: 51)."));
        assertThat(typed(PARTICIPANTS, "-1").problem()).isPresent();
        assertThat(typed(PARTICIPANTS, "9".repeat(40)).problem()).isPresent();
    }

    @Test
    void a_whole_number_has_no_fraction_and_a_decimal_at_most_nine_digits() {
        assertThat(typed(PARTICIPANTS, "2.5").problem().orElseThrow().ja()).isEqualTo("小数のない整数で答えてください(入力:2.5)。");
        assertThat(typed(CAPITAL, "0.0000000001").problem().orElseThrow().ja()).isEqualTo("小数は9桁までにしてください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"はい", "yes", "YES", "Ｙｅｓ", "○", "◯", "〇", "true", "有", "あり", " はい　"})
    void yes_has_many_spellings(String typed) {
        assertThat(typed(WANTS_IT, typed)).isEqualTo(Read.of(new Answer.YesNo(true)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"いいえ", "no", "No", "×", "false", "無", "なし"})
    void no_has_many_spellings(String typed) {
        assertThat(typed(WANTS_IT, typed)).isEqualTo(Read.of(new Answer.YesNo(false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "?", "？", "わからない", "分からない", "未定", "不明", "-", "－"})
    void not_known_yet_is_open_and_neither_yes_nor_no(String typed) {
        assertThat(typed(WANTS_IT, typed)).isEqualTo(Read.OPEN);
        assertThat(typed(PARTICIPANTS, typed)).isEqualTo(Read.OPEN);
        assertThat(typed(TOOLS, typed)).isEqualTo(Read.OPEN);
    }

    @Test
    void an_option_named_undecided_is_an_answer() {
        assertThat(typed(STAGE, "未定")).isEqualTo(Read.of(new Answer.Choice("UNKNOWN_YET")));
        assertThat(typed(STAGE, "?")).isEqualTo(Read.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLANNED", "planned", "これから（予定）", "これから(予定)", "Ｐｌａｎｎｅｄ", " PLANNED　"})
    void a_choice_is_named_by_id_or_label(String typed) {
        assertThat(typed(STAGE, typed)).isEqualTo(Read.of(new Answer.Choice("PLANNED")));
    }

    @Test
    void an_unknown_choice_is_told_the_options() {
        assertThat(typed(STAGE, "済み").problem().orElseThrow().ja())
                .isEqualTo("「済み」は選択肢にありません。選べるのは すでに始めている、これから(予定)、未定 です。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHEETS;PAPER",
                "PAPER、SHEETS",
                "紙, 表計算、データベース",
                "表計算、データベース、紙",
                "表計算、データベース；紙；",
                "paper,spreadsheets, databases"
            })
    void several_choices_are_separated_even_where_a_label_has_the_separator_in_it(String typed) {
        assertThat(typed(TOOLS, typed)).isEqualTo(choices("SHEETS", "PAPER"));
    }

    @Test
    void several_choices_may_come_one_by_one_and_none_of_them_is_an_answer() {
        assertThat(reader.typed(TOOLS, List.of("SHEETS", "PHONE", "SHEETS"))).isEqualTo(choices("SHEETS", "PHONE"));
        assertThat(typed(TOOLS, AnswerReader.NONE_VALUE)).isEqualTo(choices());
        assertThat(typed(TOOLS, "該当なし")).isEqualTo(choices());
    }

    @Test
    void answers_that_exclude_each_other_are_asked_again() {
        assertThat(reader.typed(TOOLS, List.of("SHEETS", AnswerReader.NONE_VALUE))
                        .problem())
                .isPresent();
        assertThat(reader.typed(TOOLS, List.of("SHEETS", AnswerReader.OPEN_VALUE))
                        .problem())
                .isPresent();
        assertThat(reader.typed(PARTICIPANTS, List.of("2", "?")).problem()).isPresent();
        assertThat(reader.typed(STAGE, List.of("PLANNED", "UNDERWAY")).problem())
                .isPresent();
        assertThat(typed(TOOLS, "SHEETS;鉛筆").problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {" 𠮷野家 ", "😀👨‍👩‍👧", "<b>\"'&</b>"})
    void text_is_kept_as_typed(String typed) {
        assertThat(typed(WISH, typed)).isEqualTo(Read.of(new Answer.ShortText(typed)));
    }

    @Test
    void text_is_composed_and_its_characters_counted_not_their_halves() {
        assertThat(typed(WISH, "か\u3099")).isEqualTo(Read.of(new Answer.ShortText("が")));
        assertThat(typed(WISH, "𠮷".repeat(20)).answer()).isPresent();
        assertThat(typed(WISH, "𠮷".repeat(21)).problem().orElseThrow().ja()).isEqualTo("20文字以内で答えてください。");
        assertThat(typed(WISH, "か\u3099".repeat(20)).answer()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u0000", "a\u202Eb", "a\uD842", "a\u2028b"})
    void text_without_control_characters(String typed) {
        assertThat(typed(WISH, typed).problem()).isPresent();
    }

    @Test
    void a_megabyte_is_refused_for_every_question_before_it_is_looked_at() {
        String much = "9".repeat(1 << 20);
        for (Question question : Sheets.ALL) {
            Read read = typed(question, much);

            assertThat(read.answer()).isEmpty();
            assertThat(read.problem().orElseThrow().ja().length()).isLessThan(200);
        }
    }

    private Read typed(Question question, String value) {
        return reader.typed(question, List.of(value));
    }

    private static Read choices(String... options) {
        return Read.of(new Answer.Choices(Set.of(options)));
    }
}
