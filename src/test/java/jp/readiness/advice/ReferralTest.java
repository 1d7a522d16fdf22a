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

    private static Assessment.FindingResult consultation(Answers answers) {
        return EDITION.adviser().assess(answers, DAY).findings().stream()
                .filter(finding -> finding.id().equals("consultation"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_withdrawn_says_by_which_answer() {
        Assessment.FindingResult withdrawn = consultation(answers("hasData", false, "location", "ELSEWHERE"));

        assertThat(withdrawn.state()).isEqualTo(Assessment.State.NOT_FIRED);
        assertThat(withdrawn.because()).singleElement().satisfies(reason -> {
            assertThat(reason.expression()).isEqualTo("location");
            assertThat(reason.answer()).hasValue("ELSEWHERE");
            assertThat(reason.threshold()).hasValue(List.of("CITY"));
            assertThat(reason.holds()).hasValue(false);
        });
    }

    @Test
    void a_question_is_not_open_for_the_sake_of_a_programme_that_is_for_others() {
        Assessment.FindingResult withdrawn = consultation(answers("location", "ELSEWHERE"));

        assertThat(withdrawn.state()).isEqualTo(Assessment.State.NOT_FIRED);
        assertThat(withdrawn.decidedBy()).isEmpty();
    }

    @Test
    void a_sheet_in_brief_names_no_programme_that_is_for_others_either() {
        Answers elsewhere = answers("hasData", false, "location", "ELSEWHERE");

        assertThat(EDITION.adviser().brief(elsewhere, DAY).fired()).isEmpty();
        assertThat(EDITION.adviser().briefPieceByPiece(elsewhere))
                .isEqualTo(EDITION.adviser().brief(elsewhere, DAY));
    }

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
