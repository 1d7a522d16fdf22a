package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import org.junit.jupiter.api.Test;

/** The answer beside the threshold, for what holds, for what failed and for what is open. */
class ExplainingTest {

    @Test
    void a_rule_that_fired_shows_the_answer_beside_the_parameter() {
        assertThat(because("participants < Parameters.minimumParticipants", Map.of("participants", 1)))
                .containsExactly(new Comparison(
                        "participants",
                        Set.of("participants"),
                        Optional.of(BigDecimal.ONE),
                        "<",
                        Optional.of(new BigDecimal("2")),
                        Optional.of("minimumParticipants"),
                        Optional.of(true)));
    }

    @Test
    void a_negation_is_shown_as_the_comparison_that_it_means() {
        assertThat(because("!( participants < Parameters.minimumParticipants )", Map.of("participants", 5)))
                .extracting(Comparison::operator)
                .containsExactly(">=");
        assertThat(because("!hasData", Map.of("hasData", false)))
                .extracting(Comparison::operator, Comparison::threshold)
                .containsExactly(tuple("==", Optional.of(false)));
    }

    @Test
    void of_an_or_only_the_parts_that_hold_are_reasons_of_an_and_all() {
        String either = "participants < 2 || !hasData || wantsIt";
        assertThat(because(either, Map.of("participants", 1, "hasData", true, "wantsIt", true)))
                .extracting(Comparison::expression)
                .containsExactly("participants", "wantsIt");
        assertThat(because("participants < 2, hasData", Map.of("participants", 1, "hasData", true)))
                .extracting(Comparison::expression)
                .containsExactly("participants", "hasData");
    }

    @Test
    void what_did_not_fire_names_the_first_condition_that_failed() {
        String all = "hasData, participants < 2, wantsIt";
        assertThat(whyNot(all, Map.of("participants", 3, "wantsIt", false)))
                .extracting(Comparison::expression, Comparison::holds)
                .containsExactly(tuple("participants", Optional.of(false)));
    }

    @Test
    void what_did_not_fire_for_want_of_answers_names_what_is_open() {
        assertThat(whyNot("hasData, participants < 2, wantsIt", Map.of("wantsIt", true)))
                .extracting(Comparison::expression, Comparison::answer, Comparison::holds)
                .containsExactly(
                        tuple("hasData", Optional.empty(), Optional.empty()),
                        tuple("participants", Optional.empty(), Optional.empty()));
    }

    @Test
    void an_or_failed_by_all_its_parts() {
        assertThat(whyNot("participants < 2 || hasData", Map.of("participants", 3, "hasData", false)))
                .extracting(Comparison::expression)
                .containsExactly("participants", "hasData");
        assertThat(whyNot("participants < 2 || hasData", Map.of("participants", 3)))
                .extracting(Comparison::expression)
                .containsExactly("hasData");
    }

    @Test
    void values_are_shown_as_in_json() {
        assertThat(because("tools contains Tools.EXCEL", Map.of("tools", List.of("CLOUD", "EXCEL")))
                        .get(0))
                .extracting(Comparison::answer, Comparison::threshold)
                .containsExactly(Optional.of(List.of("EXCEL", "CLOUD")), Optional.of("EXCEL"));
        assertThat(because("industry in ( Industry.RETAIL, Industry.SERVICES )", Map.of("industry", "RETAIL"))
                        .get(0))
                .extracting(Comparison::answer, Comparison::operator, Comparison::threshold)
                .containsExactly(Optional.of("RETAIL"), "in", Optional.of(List.of("RETAIL", "SERVICES")));
        assertThat(because("participants == null", Map.of()).get(0))
                .extracting(Comparison::operator, Comparison::holds)
                .containsExactly("== null", Optional.of(true));
    }

    @Test
    void a_calculation_is_shown_as_written_with_its_result() {
        assertThat(because("participants + staff < 10", Map.of("participants", 1, "staff", 2))
                        .get(0))
                .extracting(Comparison::expression, Comparison::questions, Comparison::answer, Comparison::threshold)
                .containsExactly(
                        "participants + staff",
                        Set.of("participants", "staff"),
                        Optional.of(new BigDecimal("3")),
                        Optional.of(BigDecimal.TEN));
    }

    @Test
    void a_table_gives_the_threshold_of_the_option_chosen() {
        Comparison comparison = because(
                        "capital <= Parameters.smeCapitalLimit( industry )",
                        Map.of("capital", 10, "industry", "RETAIL"))
                .get(0);
        assertThat(comparison.threshold()).contains(new BigDecimal("50000000"));
        assertThat(comparison.parameter()).contains("smeCapitalLimit");
        assertThat(comparison.questions()).containsExactly("capital", "industry");
    }

    @Test
    void explanations_agree_with_the_compiled_rules_on_random_sheets() {
        Edition edition = TestEditions.small(new RandomRules(1).drl(30));
        RuleBook book = new Rules(edition).book;
        RandomSheets sheets = new RandomSheets(3, edition);

        for (int i = 0; i < 300; i++) {
            Answers answers = sheets.next(0.3);
            Facts facts = book.facts(answers);
            for (int rule = 0; rule < book.rules().size(); rule++) {
                boolean fires = book.fires(rule, facts);
                assertThat(book.because(rule, facts).isEmpty()).isEqualTo(!fires);
                assertThat(book.whyNot(rule, facts).isEmpty()).isEqualTo(fires);
                assertThat(book.because(rule, facts))
                        .allMatch(reason -> reason.holds().orElse(false));
                assertThat(book.whyNot(rule, facts))
                        .noneMatch(reason -> reason.holds().orElse(false));
            }
        }
    }

    private static List<Comparison> because(String condition, Map<String, ?> answers) {
        Rules rules = new Rules(condition);
        return rules.book.because(0, rules.facts(answers));
    }

    private static List<Comparison> whyNot(String condition, Map<String, ?> answers) {
        Rules rules = new Rules(condition);
        return rules.book.whyNot(0, rules.facts(answers));
    }
}
