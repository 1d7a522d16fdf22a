package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static jp.readiness.rulebook.PlainCondition.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Test;

class ReferralTest {

    /** Who has no data is referred to the consultation of a city, which is for firms of that city. */
    private static final EditionBuilder EDITION = new EditionBuilder()
            .yesNo("hasData")
            .choice("location", "CITY", "ELSEWHERE")
            .referral("consultation", "location", "CITY")
            .rule("no data", is("hasData", "==", false), "consultation");

    private static List<String> referrals(Answers answers) {
        return EDITION.adviser().assess(answers, DAY).referrals();
    }

    @Test
    void it_is_offered_to_those_whom_the_other_programme_takes() {
        assertThat(referrals(answers("hasData", false, "location", "CITY"))).containsExactly("consultation");
    }

    @Test
    void nobody_is_sent_to_a_programme_that_is_not_for_them() {
        assertThat(referrals(answers("hasData", false, "location", "ELSEWHERE")))
                .isEmpty();
    }

    @Test
    void while_the_place_is_not_known_it_is_offered() {
        assertThat(referrals(answers("hasData", false))).containsExactly("consultation");
    }

    @Test
    void who_does_not_need_it_is_not_referred() {
        assertThat(referrals(answers("hasData", true, "location", "CITY"))).isEmpty();
        assertThat(referrals(answers("location", "CITY"))).isEmpty();
    }
}
