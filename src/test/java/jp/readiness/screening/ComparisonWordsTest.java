package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.readiness.advice.Assessment.Kind;
import jp.readiness.rulebook.Comparison;
import jp.readiness.wording.ComparisonWords;
import jp.readiness.wording.Evidence;
import jp.readiness.wording.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonWordsTest {

    private static final BigDecimal TWO = new BigDecimal("2");

    static Stream<Arguments> conditions() {
        return Stream.of(
                arguments("people", ">=", TWO, "2名以上", "at least 2 people"),
                arguments("people", ">", TWO, "2名より多い", "more than 2 people"),
                arguments("people", "<=", TWO, "2名以下", "at most 2 people"),
                arguments("people", "<", TWO, "2名未満", "under 2 people"),
                arguments("people", "==", TWO, "2名", "2 people"),
                arguments("people", "!=", TWO, "「2名」以外", "anything but “2 people”"),
                arguments("people", "in", List.of(TWO, BigDecimal.TEN), "2名 または 10名", "2 people or 10 people"),
                arguments("people", ">=", BigDecimal.ONE, "1名以上", "at least 1"),
                arguments("share", "<", new BigDecimal("0.5"), "0.5%未満", "under 0.5%"),
                arguments("founded", ">", new BigDecimal("1998"), "1998年より多い", "more than 1998"),
                arguments("capital", "<=", new BigDecimal("300000000"), "3億円以下", "at most 300,000,000 yen"),
                arguments("capital", "<=", new BigDecimal("150000000"), "1億5000万円以下", "at most 150,000,000 yen"),
                arguments("capital", "<=", new BigDecimal("12345"), "12,345円以下", "at most 12,345 yen"),
                arguments("willing", "==", true, "はい", "Yes"),
                arguments("willing", "==", false, "いいえ", "No"),
                arguments("willing", "!=", true, "いいえ", "No"),
                arguments("willing", "!=", false, "はい", "Yes"),
                arguments("commitment", "==", "COMPANY", "会社", "Company"),
                arguments("commitment", "!=", "COMPANY", "「会社」以外", "anything but “Company”"),
                arguments("commitment", "in", List.of("COMPANY", "CITY"), "会社 または 市", "Company or City"),
                arguments("commitment", "not in", List.of("COMPANY"), "「会社」以外", "anything but “Company”"),
                arguments("commitment", "not in", List.of("COMPANY", "CITY"), "銀行", "Bank"),
                arguments("commitment", "memberOf", List.of("CITY"), "市", "City"),
                arguments("commitment", "not memberOf", List.of("CITY"), "「市」以外", "anything but “City”"),
                arguments("commitment", "memberOf", List.of(), "どれにも当てはまらない", "none of these"),
                arguments("tools", "contains", "BANK", "「銀行」を含む", "includes “Bank”"),
                arguments("tools", "not contains", "BANK", "「銀行」を含まない", "without “Bank”"),
                arguments("note", "==", "<b>", "<b>", "<b>"),
                arguments("note", "matches", "a+", "決められた書き方に合うもの", "text of the required form"),
                arguments("note", "not matches", "a+", "決められた書き方に当たらないもの", "text not of that form"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void what_a_strength_asks_for_is_said_as_it_stands(
            String expression, String operator, Object threshold, String ja, String en) {
        Comparison comparison = comparison(expression, operator, threshold);

        assertThat(words(Locale.JAPANESE).wanted(comparison, Kind.STRENGTH)).contains(ja);
        assertThat(words(Locale.ENGLISH).wanted(comparison, Kind.STRENGTH)).contains(en);
        assertThat(words(Locale.JAPANESE).asWritten(comparison)).contains(ja);
    }

    static Stream<Arguments> negations() {
        return Stream.of(
                arguments("<", ">="),
                arguments(">=", "<"),
                arguments(">", "<="),
                arguments("<=", ">"),
                arguments("==", "!="),
                arguments("!=", "=="),
                arguments("in", "not in"),
                arguments("not in", "in"),
                arguments("contains", "not contains"),
                arguments("not contains", "contains"),
                arguments("memberOf", "not memberOf"),
                arguments("not memberOf", "memberOf"),
                arguments("matches", "not matches"),
                arguments("not matches", "matches"));
    }

    @ParameterizedTest
    @MethodSource("negations")
    void what_a_criterion_or_signal_names_is_unwanted_so_its_opposite_is_said(String written, String wanted) {
        Object threshold = "<>=".contains(written.substring(0, 1)) ? TWO : "CITY";
        String expression = threshold == TWO ? "people" : "commitment";

        for (Kind kind : List.of(Kind.CRITERION, Kind.SIGNAL)) {
            assertThat(words(Locale.JAPANESE).wanted(comparison(expression, written, threshold), kind))
                    .isEqualTo(words(Locale.JAPANESE).asWritten(comparison(expression, wanted, threshold)));
        }
    }

    @Test
    void a_single_participant_stands_beside_the_two_that_are_needed() {
        Comparison one = new Comparison(
                "people",
                Set.of("people"),
                Optional.of(BigDecimal.ONE),
                "<",
                Optional.of(TWO),
                Optional.of("minimum"),
                Optional.of(true));

        assertThat(words(Locale.JAPANESE).evidence(one, Kind.CRITERION))
                .isEqualTo(new Evidence("参加人数", "1名", Optional.of("2名以上"), List.of("people")));
        assertThat(words(Locale.ENGLISH).evidence(one, Kind.CRITERION))
                .isEqualTo(new Evidence("Participants", "1", Optional.of("at least 2 people"), List.of("people")));
    }

    @Test
    void several_tools_are_listed_and_none_is_an_answer_too() {
        assertThat(answer("tools", List.of("CITY", "BANK"))).isEqualTo("市、銀行");
        assertThat(answer("tools", List.of())).isEqualTo("どれにも当てはまらない");
    }

    @Test
    void an_open_question_is_called_unanswered_and_an_open_threshold_says_nothing() {
        Comparison open = new Comparison(
                "people",
                Set.of("people"),
                Optional.empty(),
                "<",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(words(Locale.JAPANESE).evidence(open, Kind.CRITERION))
                .isEqualTo(new Evidence("参加人数", "未回答", Optional.empty(), List.of("people")));
    }

    @Test
    void a_condition_that_asks_whether_something_was_answered_says_so() {
        Comparison unanswered = new Comparison(
                "people",
                Set.of("people"),
                Optional.empty(),
                "==",
                Optional.empty(),
                Optional.empty(),
                Optional.of(true));

        assertThat(words(Locale.JAPANESE).wanted(unanswered, Kind.SIGNAL)).contains("回答済み");
        assertThat(words(Locale.ENGLISH).asWritten(unanswered)).contains("not answered");
    }

    @Test
    void a_computed_value_is_named_by_its_questions_and_counted_in_the_unit_of_the_parameter() {
        Comparison computed = new Comparison(
                "capital / people",
                Set.of("people", "capital"),
                Optional.of(new BigDecimal("3.5")),
                ">",
                Optional.of(BigDecimal.TEN),
                Optional.of("limit"),
                Optional.of(false));

        assertThat(words(Locale.JAPANESE).evidence(computed, Kind.CRITERION))
                .isEqualTo(
                        new Evidence("「参加人数」「資本金」から計算した値", "3.5円", Optional.of("10円以下"), List.of("capital", "people")));
    }

    private static String answer(String question, Object value) {
        Comparison comparison = new Comparison(
                question,
                Set.of(question),
                Optional.of(value),
                "contains",
                Optional.of("CITY"),
                Optional.empty(),
                Optional.of(true));
        return words(Locale.JAPANESE).evidence(comparison, Kind.SIGNAL).answer();
    }

    private static Comparison comparison(String expression, String operator, Object threshold) {
        return new Comparison(
                expression,
                Set.of(expression),
                Optional.empty(),
                operator,
                Optional.of(threshold),
                Optional.empty(),
                Optional.of(true));
    }

    private static ComparisonWords words(Locale locale) {
        return new ComparisonWords(SampleEdition.EDITION, new Words(SampleEdition.messages(), locale));
    }
}
