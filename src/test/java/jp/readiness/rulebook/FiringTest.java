package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When conditions hold: each operator on an answer that satisfies it, on one that does not, and on none. */
class FiringTest {

    static Stream<Arguments> comparisons() {
        return Stream.of(
                row("participants == 2", "participants", 2, 3),
                row("participants != 2", "participants", 3, 2),
                row("participants < 2", "participants", 1, 2),
                row("participants <= 2", "participants", 2, 3),
                row("participants > 2", "participants", 3, 2),
                row("participants >= 2", "participants", 2, 1),
                row("2 > participants", "participants", 1, 2),
                row("!( participants < 2 )", "participants", 2, 1),
                row("participants < Parameters.minimumParticipants", "participants", 1, 2),
                row("participants < 2.5", "participants", 2, 3),
                row("participants > 2.5", "participants", 3, 2),
                row("participants <= 2.5", "participants", 2, 3),
                row("participants >= 2.5", "participants", 3, 2),
                row("participants in ( 2, 4 )", "participants", 4, 3),
                row("participants not in ( 2, 4 )", "participants", 3, 4),
                row("participants * 2 + 1 == 7", "participants", 3, 4),
                row("participants / 2 == 3.5", "participants", 7, 6),
                row("-participants < -2", "participants", 3, 2),
                row("min( participants, 3 ) == 3", "participants", 4, 2),
                row("max( participants, 3, 1 ) == 3", "participants", 2, 4),
                row("capital < 0.3", "capital", new BigDecimal("0.2999999"), new BigDecimal("0.3")),
                row("capital == 0.30", "capital", new BigDecimal("0.3"), new BigDecimal("0.31")),
                row("hasData", "hasData", true, false),
                row("!hasData", "hasData", false, true),
                row("hasData == true", "hasData", true, false),
                row("hasData != true", "hasData", false, true),
                row("!( hasData == true )", "hasData", false, true),
                row("executiveCommitment == ExecutiveCommitment.COMMITTED", "executiveCommitment", "COMMITTED", "NONE"),
                row("executiveCommitment != ExecutiveCommitment.COMMITTED", "executiveCommitment", "NONE", "COMMITTED"),
                row("industry in ( Industry.RETAIL, Industry.SERVICES )", "industry", "SERVICES", "MANUFACTURING"),
                row("industry not in ( Industry.RETAIL, Industry.SERVICES )", "industry", "MANUFACTURING", "RETAIL"),
                row("tools contains Tools.EXCEL", "tools", List.of("CLOUD", "EXCEL"), List.of("CLOUD")),
                row("tools not contains Tools.EXCEL", "tools", List.of(), List.of("EXCEL")),
                row("Tools.EXCEL memberOf tools", "tools", List.of("EXCEL"), List.of()),
                row("remark == \"急ぐ\"", "remark", "'急ぐ", "'急がない"),
                row("remark != '急ぐ'", "remark", "'急がない", "'急ぐ"),
                row("remark in ( 'a', 'b' )", "remark", "'b", "'c"),
                row("remark matches \".*倉庫.*\"", "remark", "'うちの倉庫です", "'工場"),
                row("remark not matches \".*倉庫.*\"", "remark", "'工場", "'倉庫"),
                row("remark matches \"a\\\\d+\"", "remark", "'a12", "'a"),
                row("参加人数 < Parameters.最少参加人数", "参加人数", 1, 2),
                row("経営層の約束 == 経営層の約束.約束している", "経営層の約束", "約束している", "まだ"));
    }

    private static Arguments row(String condition, String question, Object holds, Object fails) {
        return Arguments.of(condition, question, holds, fails);
    }

    /** All of them in one book, since compiling takes long. */
    private static final Rules BOOK =
            new Rules(comparisons().map(row -> (String) row.get()[0]).toArray(String[]::new));

    @ParameterizedTest
    @MethodSource("comparisons")
    void holds_fails_and_is_silent_while_open(String condition, String question, Object holds, Object fails) {
        assertThat(BOOK.fired(Map.of())).isEmpty();
        assertThat(BOOK.fired(Map.of(question, holds))).contains(condition);
        assertThat(BOOK.fired(Map.of(question, fails))).doesNotContain(condition);
    }

    @Test
    void a_whole_number_is_never_a_fraction() {
        Rules rules = new Rules("participants == 2.5", "participants != 2.5");

        assertThat(rules.fired(Map.of("participants", 2))).containsExactly("participants != 2.5");
        assertThat(rules.fired(Map.of())).isEmpty();
    }

    @Test
    void an_answer_to_one_side_of_an_or_is_enough() {
        Rules rules = new Rules("participants < 2 || hasData == false");

        assertThat(rules.fires(Map.of("hasData", false))).isTrue();
        assertThat(rules.fires(Map.of("hasData", true))).isFalse();
        assertThat(rules.fires(Map.of("participants", 1))).isTrue();
    }

    @Test
    void the_opposite_of_an_and_needs_one_failing_part_that_is_answered() {
        Rules rules = new Rules("!( participants < 2 && hasData )");

        assertThat(rules.fires(Map.of())).isFalse();
        assertThat(rules.fires(Map.of("participants", 1))).isFalse();
        assertThat(rules.fires(Map.of("participants", 2))).isTrue();
        assertThat(rules.fires(Map.of("hasData", false))).isTrue();
    }

    @Test
    void not_and_exists_speak_of_the_one_answer_sheet() {
        Rules rules = new Rules(
                "not Applicant( participants < 2 )",
                "exists Applicant( participants < 2 )",
                "not( Applicant( participants < 2 ) and Applicant( hasData ) )",
                "Applicant( participants < 2 ) or Applicant( hasData )");

        assertThat(rules.fired(Map.of())).isEmpty();
        assertThat(rules.fired(Map.of("participants", 2)))
                .containsExactlyInAnyOrder(
                        "not Applicant( participants < 2 )",
                        "not( Applicant( participants < 2 ) and Applicant( hasData ) )");
        assertThat(rules.fired(Map.of("participants", 1, "hasData", true)))
                .containsExactlyInAnyOrder(
                        "exists Applicant( participants < 2 )",
                        "Applicant( participants < 2 ) or Applicant( hasData )");
    }

    @Test
    void names_given_in_one_pattern_are_known_in_the_next() {
        Rules rules = new Rules(
                "Applicant( $p : participants ) Applicant( staff < $p )",
                "$a : Applicant( hasData ) Applicant( staff < $a.participants )",
                "Applicant( $p : participants > 3 ) Applicant( staff == $p * 2 )");

        assertThat(rules.fired(Map.of("participants", 5, "staff", 4)))
                .containsExactly("Applicant( $p : participants ) Applicant( staff < $p )");
        assertThat(rules.fired(Map.of("participants", 5, "staff", 4, "hasData", true)))
                .hasSize(2);
        assertThat(rules.fired(Map.of("participants", 5, "staff", 10)))
                .containsExactly("Applicant( $p : participants > 3 ) Applicant( staff == $p * 2 )");
        assertThat(rules.fired(Map.of("staff", 4, "hasData", true))).isEmpty();
    }

    @Test
    void options_of_two_questions_are_compared_by_id() {
        Rules rules = new Rules("favourite memberOf tools", "favourite not memberOf tools", "tools contains favourite");

        assertThat(rules.fired(Map.of("favourite", "EXCEL", "tools", List.of("EXCEL", "PAPER"))))
                .containsExactly("favourite memberOf tools", "tools contains favourite");
        assertThat(rules.fired(Map.of("favourite", "ROBOT", "tools", List.of("EXCEL", "CLOUD", "PAPER"))))
                .containsExactly("favourite not memberOf tools");
        assertThat(rules.fired(Map.of("favourite", "EXCEL"))).isEmpty();
        assertThat(rules.fired(Map.of("tools", List.of()))).isEmpty();
    }

    @Test
    void a_table_is_looked_up_by_the_option_chosen() {
        Rules rules = new Rules("capital <= Parameters.smeCapitalLimit( industry )");

        assertThat(rules.fires(Map.of("capital", 300_000_000L, "industry", "MANUFACTURING")))
                .isTrue();
        assertThat(rules.fires(Map.of("capital", 300_000_000L, "industry", "RETAIL")))
                .isFalse();
        assertThat(rules.fires(Map.of("capital", 1))).isFalse();
        assertThat(rules.fires(Map.of("industry", "RETAIL"))).isFalse();
    }

    @Test
    void a_rule_may_ask_whether_there_is_an_answer() {
        Rules rules = new Rules("participants == null", "participants != null", "!( participants == null )");

        assertThat(rules.fired(Map.of())).containsExactly("participants == null");
        assertThat(rules.fired(Map.of("participants", 0)))
                .containsExactlyInAnyOrder("participants != null", "!( participants == null )");
    }

    @Test
    void what_cannot_be_computed_is_open_for_a_condition_and_for_its_opposite() {
        Rules rules = new Rules("10 / participants > 1", "!( 10 / participants > 1 )");

        assertThat(rules.fired(Map.of("participants", 0))).isEmpty();
        assertThat(rules.fired(Map.of("participants", 1))).containsExactly("10 / participants > 1");
        assertThat(rules.fired(Map.of("participants", 20))).containsExactly("!( 10 / participants > 1 )");
    }

    @Test
    void min_and_max_need_every_operand() {
        Rules rules = new Rules("min( participants, staff ) < 2");

        assertThat(rules.fires(Map.of("participants", 1))).isFalse();
        assertThat(rules.fires(Map.of("participants", 1, "staff", 5))).isTrue();
    }

    @Test
    void a_pattern_without_conditions_holds_always() {
        assertThat(new Rules("Applicant( )").fires(Map.of())).isTrue();
    }

    @Test
    void facts_can_be_changed_without_changing_the_sheet_they_came_from() {
        Rules rules = new Rules("participants < 2");
        Facts open = rules.facts(new HashMap<>());

        assertThat(rules.book.fires(0, open.with(0, jp.readiness.programme.Answer.Number.of(1))))
                .isTrue();
        assertThat(rules.book.fires(0, open)).isFalse();
        assertThat(open.isOpen(0)).isTrue();
    }

    @Test
    void a_grant_is_computed_exactly_and_is_open_with_its_operands() {
        Rules rules = new Rules(TestEditions.small("""
                rule "relocation"
                when
                    Applicant( $n : participants > 0 )
                then
                    advice.grant( "relocation", min( $n, 3 ) * Parameters.perPerson / 7 * 7 );
                end
                """));

        assertThat(rules.book.amount(0, "relocation", rules.facts(Map.of()))).isEmpty();
        assertThat(rules.book.amount(0, "relocation", rules.facts(Map.of("participants", 2))))
                .hasValueSatisfying(amount -> assertThat(amount)
                        .isCloseTo(
                                new BigDecimal("400000"),
                                org.assertj.core.data.Offset.offset(new BigDecimal("1e-20"))));
    }

    @Test
    void other_values_of_the_policy_need_no_compilation() {
        Rules rules = new Rules("participants < Parameters.minimumParticipants");

        RuleBook stricter = rules.book.withParameters(
                Map.of("minimumParticipants", TestEditions.number("minimumParticipants", "3")));

        assertThat(stricter.fires(0, stricter.facts(Rules.sheet(Map.of("participants", 2)))))
                .isTrue();
        assertThat(rules.fires(Map.of("participants", 2))).isFalse();
        assertThat(stricter.edition().parameters())
                .containsEntry("minimumParticipants", TestEditions.number("minimumParticipants", "3"));
    }
}
