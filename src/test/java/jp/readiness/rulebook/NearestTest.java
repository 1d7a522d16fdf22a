package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every class of answers the one nearest to what the sheet says. */
class NearestTest {

    @Test
    void a_whole_number_moves_no_further_than_it_must() {
        assertThat(nearest("participants", number("50"), "participants < Parameters.minimumParticipants"))
                .isEqualTo(numbers("1", "2", "50"));
        assertThat(nearest("participants", number("0"), "participants < Parameters.minimumParticipants"))
                .isEqualTo(numbers("0", "2", "3"));
        assertThat(nearest("participants", number("4"), "participants > 2.5")).isEqualTo(numbers("2", "4"));
        assertThat(nearest("participants", number("4"), "participants in ( 0, 50 )"))
                .isEqualTo(numbers("0", "4", "50"));
    }

    @Test
    void a_decimal_gets_no_more_decimals_than_it_needs() {
        assertThat(nearest("capital", number("0.05"), "capital > 3.5")).isEqualTo(numbers("0.05", "3.5", "4"));
        assertThat(nearest("capital", number("7.25"), "capital < 3.5 || capital > 3.9"))
                .isEqualTo(numbers("3", "3.5", "3.8", "3.9", "7.25"));
    }

    @Test
    void where_two_questions_are_compared_the_other_answer_of_the_sheet_says_where_the_class_ends() {
        Answers sheet = new Answers(Map.of("participants", number("3"), "staff", number("37")));

        assertThat(nearest("participants", sheet, "participants >= staff")).contains(number("37"));
    }

    @Test
    void of_options_that_no_rule_mentions_the_one_that_stands_nearest_is_taken() {
        assertThat(nearest("industry", new Answer.Choice("RETAIL"), "industry == Industry.MANUFACTURING"))
                .containsExactly(new Answer.Choice("MANUFACTURING"), new Answer.Choice("RETAIL"));
    }

    @Test
    void what_no_rule_mentions_of_several_options_stays() {
        assertThat(nearest("tools", new Answer.Choices(Set.of("PAPER")), "tools contains Tools.EXCEL"))
                .containsExactly(new Answer.Choices(Set.of("PAPER")), new Answer.Choices(Set.of("EXCEL", "PAPER")));
    }

    @Test
    void an_open_question_has_no_nearest_answer() {
        assertThat(nearest("participants", Answers.NONE, "participants < 2")).isEmpty();
    }

    /** Whatever rules can do by another answer to one question, the nearest such answer is given. */
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
    void nothing_that_rules_can_do_lies_nearer(String condition) {
        RuleBook book = new Rules(TestEditions.tiny(condition)).book;
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Answers sheet = new Answers(Map.of(
                    "a", Answer.Number.of(random.nextInt(10)),
                    "b", Answer.Number.of(random.nextInt(10)),
                    "yes", new Answer.YesNo(random.nextBoolean())));
            Facts facts = book.facts(sheet);
            List<Answer> all = IntStream.rangeClosed(0, 9)
                    .<Answer>mapToObj(Answer.Number::of)
                    .toList();

            assertThat(distances(book, facts, book.nearest(0, all(book), facts)))
                    .isEqualTo(distances(book, facts, all));
        }
    }

    /** What the rules can do → how far away. */
    private static Map<BitSet, BigDecimal> distances(RuleBook book, Facts facts, List<Answer> answers) {
        Map<BitSet, BigDecimal> distances = new HashMap<>();
        for (Answer answer : answers) {
            BigDecimal distance = Objects.requireNonNull(facts.asked(0))
                    .subtract(((Answer.Number) answer).value())
                    .abs();
            distances.merge(book.fired(facts.with(0, answer)), distance, BigDecimal::min);
        }
        return distances;
    }

    private static BitSet all(RuleBook book) {
        BitSet rules = new BitSet();
        rules.set(0, book.rules().size());
        return rules;
    }

    private static Answer.Number number(String number) {
        return new Answer.Number(new BigDecimal(number));
    }

    private static List<Answer> numbers(String... numbers) {
        return Arrays.stream(numbers).<Answer>map(NearestTest::number).toList();
    }

    private static List<Answer> nearest(String question, Answer present, String condition) {
        return nearest(question, new Answers(Map.of(question, present)), condition);
    }

    private static List<Answer> nearest(String question, Answers sheet, String condition) {
        RuleBook book = new Rules(condition).book;
        List<String> ids = book.edition().questions().stream().map(Question::id).toList();
        return book.nearest(ids.indexOf(question), all(book), book.facts(sheet));
    }
}
