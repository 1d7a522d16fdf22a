package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static jp.readiness.rulebook.PlainCondition.all;
import static jp.readiness.rulebook.PlainCondition.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.readiness.advice.Assessment.Exclusion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Test;

class VerdictTest {

    /** A required criterion, a recommended one and a signal that alone brings the band HIGH. */
    private static final EditionBuilder EDITION = new EditionBuilder()
            .choice("kind", "FIRM", "CITY", "BANK")
            .audience("kind", "FIRM", "BANK")
            .whole("people", 0, 5)
            .yesNo("attends")
            .yesNo("data")
            .required("people")
            .recommended("attends")
            .signal("no-data", "any", "0.6")
            .rule("too-few", is("people", "<", 2), "people")
            .rule("stays-away", is("attends", "==", false), "attends")
            .rule("no-data", is("data", "==", false), "no-data");

    private static Verdict verdict(EditionBuilder edition, Answers answers) {
        return edition.adviser().assess(answers, DAY).verdict();
    }

    @Test
    void all_required_met_and_low_risk_is_ready() {
        assertThat(verdict(EDITION, answers("people", 2, "data", true))).isEqualTo(Verdict.READY);
    }

    @Test
    void high_risk_is_ready_with_support() {
        assertThat(verdict(EDITION, answers("people", 2, "data", false))).isEqualTo(Verdict.READY_WITH_SUPPORT);
    }

    @Test
    void an_open_required_criterion_needs_answers_whatever_the_risk() {
        assertThat(verdict(EDITION, answers("data", false))).isEqualTo(Verdict.NEEDS_ANSWERS);
    }

    @Test
    void an_unmet_required_criterion_is_not_yet_before_it_needs_answers() {
        EditionBuilder two = new EditionBuilder()
                .yesNo("a")
                .yesNo("b")
                .required("a")
                .required("b")
                .rule("a", is("a", "==", false), "a")
                .rule("b", is("b", "==", false), "b");
        assertThat(verdict(two, answers("b", false))).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void a_recommended_criterion_never_changes_the_verdict() {
        assertThat(verdict(EDITION, answers("people", 2, "data", true, "attends", false)))
                .isEqualTo(Verdict.READY);
        assertThat(verdict(EDITION, answers("people", 2, "data", true, "attends", true)))
                .isEqualTo(Verdict.READY);
    }

    @Test
    void an_answer_outside_the_audience_is_not_for_you_and_says_who_it_is_for() {
        Assessment city = EDITION.adviser().assess(answers("kind", "CITY", "people", 1), DAY);

        assertThat(city.verdict()).isEqualTo(Verdict.NOT_FOR_YOU);
        assertThat(city.notFor())
                .containsExactly(new Exclusion(
                        Optional.of("kind"), Optional.of("CITY"), List.of("FIRM", "BANK"), Optional.empty()));
    }

    @Test
    void an_open_kind_excludes_nobody() {
        assertThat(EDITION.adviser().assess(Answers.NONE, DAY).notFor()).isEmpty();
        assertThat(verdict(EDITION, answers("kind", "BANK", "people", 2))).isEqualTo(Verdict.READY);
    }

    @Test
    void a_required_criterion_that_no_change_can_meet_is_not_for_you() {
        // the year of foundation cannot be changed; the people can
        EditionBuilder edition = new EditionBuilder()
                .fixed("founded", 2000, 2005)
                .whole("people", 0, 5)
                .required("c")
                .rule("young", all(is("founded", ">", 2003), is("people", "<", 3)), "c")
                .required("old")
                .rule("too-young", is("founded", ">", 2004), "old");

        assertThat(verdict(edition, answers("founded", 2004, "people", 1))).isEqualTo(Verdict.NOT_YET);
        Assessment never = edition.adviser().assess(answers("founded", 2005, "people", 5), DAY);
        assertThat(never.verdict()).isEqualTo(Verdict.NOT_FOR_YOU);
        assertThat(never.notFor())
                .containsExactly(new Exclusion(Optional.empty(), Optional.empty(), List.of(), Optional.of("old")));
        assertThat(verdict(edition, Answers.NONE)).isEqualTo(Verdict.NEEDS_ANSWERS);
    }

    @Test
    void beyond_the_budget_nobody_is_sent_away_for_a_criterion() {
        EditionBuilder edition = new EditionBuilder()
                .fixed("x", 0, 9)
                .whole("y", 0, 9)
                .required("c")
                .rule("r", all(is("x", ">", 5), is("y", ">=", 0)), "c");

        assertThat(verdict(edition, answers("x", 6, "y", 1))).isEqualTo(Verdict.NOT_FOR_YOU);
        Assessment stopped = edition.adviser(5).assess(answers("x", 6, "y", 1), DAY);
        assertThat(stopped.verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(stopped.searchedFully()).isFalse();
    }

    @Test
    void an_edition_without_criteria_knows_only_the_last_two() {
        EditionBuilder edition =
                new EditionBuilder().yesNo("data").signal("s", "any", "0.6").rule("r", is("data", "==", false), "s");

        assertThat(verdict(edition, Answers.NONE)).isEqualTo(Verdict.READY);
        assertThat(verdict(edition, answers("data", true))).isEqualTo(Verdict.READY);
        assertThat(verdict(edition, answers("data", false))).isEqualTo(Verdict.READY_WITH_SUPPORT);
    }

    @Test
    void outside_the_window_applications_are_closed_and_advice_goes_on() {
        Answers ready = answers("people", 2, "data", true);
        Assessment late = EDITION.adviser().assess(ready, LocalDate.of(2022, 7, 1));

        assertThat(late.closed()).isTrue();
        assertThat(late.verdict()).isEqualTo(Verdict.READY);
        assertThat(EDITION.adviser().assess(ready, LocalDate.of(2022, 6, 30)).closed())
                .isFalse();
    }

    @Test
    void the_same_sheet_gives_the_same_bytes_and_foreign_answers_change_nothing() {
        Answers sheet = answers("people", 2);
        String json = AssessmentJson.write(EDITION.adviser().assess(sheet, DAY));

        assertThat(AssessmentJson.write(EDITION.adviser().assess(sheet, DAY))).isEqualTo(json);
        assertThat(AssessmentJson.write(EDITION.adviser().assess(answers("people", 2, "elsewhere", true), DAY)))
                .isEqualTo(json);
        assertThat(AssessmentJson.read(json)).isEqualTo(EDITION.adviser().assess(sheet, DAY));
    }

    @Test
    void placements_and_referrals_are_listed_when_they_fire_and_open_while_they_may() {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("data")
                .placement("start")
                .referral("school")
                .rule("p", is("data", "==", false), "start")
                .rule("r", is("data", "==", true), "school");

        Assessment none = edition.adviser().assess(answers("data", false), DAY);
        assertThat(none.placements()).containsExactly("start");
        assertThat(none.referrals()).isEmpty();
        assertThat(none.finding("school").orElseThrow().state()).isEqualTo(State.NOT_FIRED);
        assertThat(edition.adviser()
                        .assess(Answers.NONE, DAY)
                        .finding("school")
                        .orElseThrow()
                        .state())
                .isEqualTo(State.OPEN);
    }

    @Test
    void a_rule_that_asks_whether_a_question_is_open_fires_on_the_sheet_as_it_stands() {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("data")
                .signal("unsure", "any", "0.6")
                .rule("r", is("data", "isNull", true), "unsure");

        Assessment open = edition.adviser().assess(Answers.NONE, DAY);
        assertThat(open.finding("unsure").orElseThrow().state()).isEqualTo(State.FIRED);
        assertThat(open.risk().overall().band()).isEqualTo(Band.HIGH);
        // every completion answers the question, so the band will fall
        assertThat(open.risk().overall().provisional()).isTrue();
        assertThat(open.risk().overall().highest()).isZero();
        assertThat(edition.adviser()
                        .assess(answers("data", true), DAY)
                        .finding("unsure")
                        .orElseThrow()
                        .state())
                .isEqualTo(State.NOT_FIRED);
    }
}
