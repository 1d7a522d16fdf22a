package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One answer out of every class that rules cannot tell apart. */
class WitnessesTest {

    @Test
    void a_whole_number_is_tried_below_at_and_above_each_threshold() {
        assertThat(witnesses("participants", "participants < Parameters.minimumParticipants"))
                .isEqualTo(numbers("1", "2", "3"));
        assertThat(witnesses("participants", "participants in ( 0, 1, 50 )")).isEqualTo(numbers("0", "1", "49", "50"));
        assertThat(witnesses("participants", "participants > 2.5")).isEqualTo(numbers("2", "3"));
        assertThat(witnesses("participants", "participants > 70")).isEqualTo(numbers("0"));
        assertThat(witnesses("participants", "hasData")).isEqualTo(numbers("0"));
    }

    @Test
    void a_decimal_is_tried_at_and_between_thresholds() {
        assertThat(witnesses("capital", "capital < 0.3 || capital > 1"))
                .isEqualTo(numbers("0.15", "0.3", "0.65", "1", "500000000000.5"));
    }

    @Test
    void every_number_of_a_table_is_a_threshold() {
        assertThat(witnesses("capital", "capital <= Parameters.smeCapitalLimit( industry )"))
                .contains(new Answer.Number(new BigDecimal("50000000")))
                .contains(new Answer.Number(new BigDecimal("50000000.5")))
                .contains(new Answer.Number(new BigDecimal("300000000")));
        assertThat(witnesses("industry", "capital <= Parameters.smeCapitalLimit( industry )"))
                .hasSize(3);
    }

    @Test
    void options_that_no_rule_mentions_count_as_one() {
        assertThat(witnesses("industry", "industry == Industry.RETAIL"))
                .containsExactly(new Answer.Choice("MANUFACTURING"), new Answer.Choice("RETAIL"));
        assertThat(witnesses("tools", "tools contains Tools.EXCEL, tools not contains Tools.PAPER"))
                .containsExactly(
                        new Answer.Choices(Set.of()),
                        new Answer.Choices(Set.of("EXCEL")),
                        new Answer.Choices(Set.of("PAPER")),
                        new Answer.Choices(Set.of("EXCEL", "PAPER")));
        assertThat(witnesses("favourite", "favourite memberOf tools")).hasSize(3);
        assertThat(witnesses("tools", "favourite memberOf tools")).hasSize(8);
    }

    @Test
    void yes_no_and_text() {
        assertThat(witnesses("hasData", "hasData")).containsExactly(new Answer.YesNo(false), new Answer.YesNo(true));
        assertThat(witnesses("remark", "remark == 'a' || remark == '-'"))
                .containsExactly(new Answer.ShortText("-"), new Answer.ShortText("--"), new Answer.ShortText("a"));
    }

    @Test
    void only_comparisons_with_constants_are_called_exact() {
        assertThat(exact(
                        "participants < 2, capital < Parameters.smeCapitalLimit( industry ), favourite memberOf tools"))
                .isTrue();
        assertThat(exact("participants < staff")).isFalse();
        assertThat(exact("participants * 2 < 3")).isFalse();
        assertThat(exact("remark matches 'a.*'")).isFalse();
    }

    /** What rules can do on some sheet of a small space they do on some combination of witnesses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "( a < Parameters.two || b > 3 ) && yes",
                "a < b",
                "a * 2 < b",
                "a + b >= 7 && yes",
                "a - b == 2",
                "min( a, b ) > 3",
                "a / 2 > 2.5 && b in ( 1, 4 )",
                "( a < 2 && b > 3 ) || ( a == 5 && !yes )",
            })
    void witnesses_show_all_that_rules_can_do(String condition) {
        Edition edition = TestEditions.tiny(condition);
        RuleBook book = new Rules(edition).book;
        BitSet all = new BitSet();
        all.set(0, 3);

        Set<BitSet> shown = outcomes(book, edition, question -> book.witnesses(question, all));
        Set<BitSet> possible = outcomes(
                book, edition, question -> everything(edition.questions().get(question)));

        assertThat(shown).isEqualTo(possible);
    }

    /** The same with one number answered: here the classes depend on the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a == b",
                "a != b && yes",
                "a < b + 1 && b < a + 2",
                "a + b == 7",
                "a * 3 == b",
                "b - a == 2 || a == 9",
                "min( a, 6 ) == b",
            })
    void with_another_answer_given_they_show_all_that_rules_can_do_on_that_sheet(String condition) {
        Edition edition = TestEditions.tiny(condition);
        RuleBook book = new Rules(edition).book;
        BitSet all = new BitSet();
        all.set(0, 3);

        for (Answer b : everything(edition.questions().get(1))) {
            Facts sheet = book.facts(Answers.NONE.with("b", b));
            Set<BitSet> shown =
                    outcomes(book, edition, slot -> slot == 1 ? List.of(b) : book.witnesses(slot, all, sheet));
            Set<BitSet> possible = outcomes(
                    book,
                    edition,
                    slot -> slot == 1
                            ? List.of(b)
                            : everything(edition.questions().get(slot)));

            assertThat(shown).as("b = %s", b).isEqualTo(possible);
        }
    }

    private interface AnswersOf {
        List<Answer> question(int slot);
    }

    private static Set<BitSet> outcomes(RuleBook book, Edition edition, AnswersOf answers) {
        Set<Facts> sheets = Set.of(book.facts(Answers.NONE));
        for (int slot = 0; slot < edition.questions().size(); slot++) {
            Set<Facts> more = new HashSet<>();
            for (Facts facts : sheets) {
                for (Answer answer : answers.question(slot)) {
                    more.add(facts.with(slot, answer));
                }
            }
            sheets = more;
        }
        Set<BitSet> outcomes = new HashSet<>();
        sheets.forEach(facts -> outcomes.add(book.fired(facts)));
        return outcomes;
    }

    private static List<Answer> everything(Question question) {
        return question.type() == QuestionType.YES_NO
                ? List.of(new Answer.YesNo(false), new Answer.YesNo(true))
                : IntStream.rangeClosed(0, 9)
                        .<Answer>mapToObj(Answer.Number::of)
                        .toList();
    }

    private static List<Answer> numbers(String... numbers) {
        return Arrays.stream(numbers)
                .<Answer>map(number -> new Answer.Number(new BigDecimal(number)))
                .toList();
    }

    private static List<Answer> witnesses(String question, String condition) {
        RuleBook book = new Rules(condition).book;
        List<String> ids = book.edition().questions().stream().map(Question::id).toList();
        return book.witnesses(ids.indexOf(question), rule0());
    }

    private static boolean exact(String condition) {
        return new Rules(condition).book.exact(rule0());
    }

    private static BitSet rule0() {
        BitSet rules = new BitSet();
        rules.set(0);
        return rules;
    }
}
