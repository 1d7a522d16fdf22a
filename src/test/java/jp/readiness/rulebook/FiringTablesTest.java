package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is looked up is what the compiled conditions say, rule by rule. */
class FiringTablesTest {

    private static final int SHEETS = 300;

    static Stream<Edition> randomEditions() {
        return IntStream.range(20, 24).mapToObj(seed -> TestEditions.small(new RandomRules(seed).drl(80)));
    }

    @ParameterizedTest
    @MethodSource("randomEditions")
    void the_rules_that_fire_together_are_those_that_fire_alone(Edition edition) {
        RuleBook book = new Rules(edition).book;
        RandomSheets random = new RandomSheets(1, edition);
        BoundarySheets boundary = new BoundarySheets(1, book);

        for (int i = 0; i < SHEETS; i++) {
            assertAgreement(book, book.facts(random.next(0.3)));
            assertAgreement(book, book.facts(boundary.next(0.3)));
        }
    }

    @Test
    void an_open_question_is_told_from_an_answer_on_which_nothing_fires() {
        Rules rules = new Rules("participants == null", "participants != null", "participants < 2");

        assertThat(rules.fired(Map.of())).containsExactly("participants == null");
        assertThat(rules.fired(Map.of("participants", 2))).containsExactly("participants != null");
        assertThat(rules.fired(Map.of("participants", 1))).containsExactly("participants != null", "participants < 2");
    }

    @Test
    void decimals_are_told_apart_at_the_number_and_on_both_sides_of_it() {
        Rules rules = new Rules("capital == 3.5", "capital > 3.5", "capital <= 3.5");

        assertThat(rules.fired(Map.of("capital", 3.4999))).containsExactly("capital <= 3.5");
        assertThat(rules.fired(Map.of("capital", 3.5))).containsExactly("capital <= 3.5", "capital == 3.5");
        assertThat(rules.fired(Map.of("capital", 3.5001))).containsExactly("capital > 3.5");
    }

    @Test
    void numbers_outside_the_bounds_of_a_question_are_judged_all_the_same() {
        Rules rules = new Rules("participants < 2", "participants > 3", "staff > 1000000");

        assertThat(rules.fired(Map.of("participants", -5))).containsExactly("participants < 2");
        assertThat(rules.fired(Map.of("participants", 5_000_000))).containsExactly("participants > 3");
        assertThat(rules.fired(Map.of("staff", 2_000_000_000L))).containsExactly("staff > 1000000");
    }

    @Test
    void more_thresholds_than_a_table_holds_make_several_tables() {
        Rules rules = new Rules(IntStream.range(0, 100)
                .mapToObj(i -> "participants < " + i + ", staff > " + (100 - i))
                .toArray(String[]::new));

        for (int participants = 0; participants < 100; participants += 9) {
            for (int staff = 0; staff < 110; staff += 7) {
                assertAgreement(rules.book, rules.facts(Map.of("participants", participants, "staff", staff)));
            }
        }
    }

    @Tag("soak")
    @Test
    void thousands_of_rules_compile_and_are_looked_up() {
        Rules rules = new Rules(IntStream.range(0, 1_500)
                .mapToObj(i -> "staff " + (i % 2 == 0 ? ">= " : "< ") + i / 2)
                .toArray(String[]::new));

        for (int staff = 0; staff < 1_000; staff += 83) {
            assertAgreement(rules.book, rules.facts(Map.of("staff", staff)));
        }
    }

    @Test
    void threads_that_fill_the_tables_at_the_same_time_find_the_same() {
        Edition edition = TestEditions.small(new RandomRules(5).drl(60));
        RuleBook book = new Rules(edition).book;
        RandomSheets random = new RandomSheets(2, edition);
        List<Facts> sheets =
                Stream.generate(() -> book.facts(random.next(0.2))).limit(2_000).toList();

        List<BitSet> found = sheets.parallelStream().map(book::fired).collect(Collectors.toList());

        for (int i = 0; i < sheets.size(); i++) {
            assertThat(found.get(i)).isEqualTo(oneByOne(book, sheets.get(i)));
        }
    }

    private static void assertAgreement(RuleBook book, Facts facts) {
        assertThat(book.fired(facts)).isEqualTo(oneByOne(book, facts));
    }

    private static BitSet oneByOne(RuleBook book, Facts facts) {
        BitSet fired = new BitSet();
        IntStream.range(0, book.rules().size())
                .filter(rule -> book.fires(rule, facts))
                .forEach(fired::set);
        return fired;
    }
}
