package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static jp.readiness.rulebook.PlainCondition.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import jp.readiness.advice.Assessment.GrantAmount;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Test;

class GrantTest {

    /** 1000 a person for those who move; 3000 a person for those who open an office. */
    private static final EditionBuilder EDITION = new EditionBuilder()
            .yesNo("moves")
            .yesNo("office")
            .whole("people", 0, 9)
            .grant("support")
            .rule("moving", is("moves", "==", true), "support", Map.of("support", "people*1000"))
            .rule("office", is("office", "==", true), "support", Map.of("support", "people*3000"));

    private static GrantAmount grant(Answers answers) {
        Assessment assessment = EDITION.adviser().assess(answers, DAY);
        GrantAmount grant = assessment.grants().get(0);
        assertThat(assessment.finding("support").orElseThrow().state()).isEqualTo(grant.state());
        return grant;
    }

    @Test
    void a_grant_that_fires_has_its_amount() {
        GrantAmount grant = grant(answers("moves", true, "office", false, "people", 2));
        assertThat(grant.state()).isEqualTo(State.FIRED);
        assertThat(grant.amount()).contains(new BigDecimal(2000));
    }

    @Test
    void of_several_rules_the_largest_amount_is_given() {
        assertThat(grant(answers("moves", true, "office", true, "people", 2)).amount())
                .contains(new BigDecimal(6000));
    }

    @Test
    void it_is_open_while_an_operand_is_open() {
        assertThat(grant(answers("moves", true, "office", false)).state()).isEqualTo(State.OPEN);
        assertThat(grant(answers("moves", true, "office", false)).amount()).isEqualTo(Optional.empty());
    }

    @Test
    void it_is_open_while_a_rule_may_still_fire() {
        assertThat(grant(answers("moves", true, "people", 2)).state()).isEqualTo(State.OPEN);
        assertThat(grant(answers("people", 2)).state()).isEqualTo(State.OPEN);
    }

    @Test
    void it_is_not_given_when_no_rule_can_fire() {
        assertThat(grant(answers("moves", false, "office", false)).state()).isEqualTo(State.NOT_FIRED);
    }
}
