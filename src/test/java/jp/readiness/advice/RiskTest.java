package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static jp.readiness.rulebook.PlainCondition.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jp.readiness.advice.Assessment.Estimate;
import jp.readiness.advice.Assessment.Risk;
import jp.readiness.programme.Answers;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formula of the risk, by numbers worked out by hand. */
class RiskTest {

    private static final Offset<Double> HAIR = within(1e-12);

    /** Two steps with leaks 0.1 and 0.2; one signal in the first, one at any step; one strength that damps both. */
    private static final EditionBuilder EDITION = new EditionBuilder()
            .yesNo("data")
            .yesNo("alone")
            .yesNo("will")
            .step("first", "0.1")
            .step("second", "0.2")
            .signal("no-data", "first", "0.5")
            .signal("alone", "any", "0.36")
            .strength("will", "0.4", "no-data", "alone")
            .rule("no-data", is("data", "==", false), "no-data")
            .rule("alone", is("alone", "==", true), "alone")
            .rule("will", is("will", "==", true), "will");

    private static Risk risk(EditionBuilder edition, Answers answers) {
        return edition.adviser().assess(answers, DAY).risk();
    }

    private static void assertRisk(Answers answers, double first, double second, double overall) {
        Risk risk = risk(EDITION, answers);
        assertThat(risk.steps().get(0).estimate().probability()).isCloseTo(first, HAIR);
        assertThat(risk.steps().get(1).estimate().probability()).isCloseTo(second, HAIR);
        assertThat(risk.overall().probability()).isCloseTo(overall, HAIR);
    }

    @Test
    void without_a_signal_only_the_leaks_remain() {
        // 1 − 0.9 · 0.8 = 0.28
        assertRisk(answers("data", true, "alone", false, "will", false), 0.1, 0.2, 0.28);
    }

    @Test
    void a_signal_bites_in_its_own_step() {
        // 1 − 0.9 · 0.5 = 0.55; 1 − 0.45 · 0.8 = 0.64
        assertRisk(answers("data", false, "alone", false, "will", false), 0.55, 0.2, 0.64);
    }

    @Test
    void a_signal_at_any_of_two_steps_enters_each_with_one_minus_the_root() {
        // 1 − √0.64 = 0.2 in each: 1 − 0.9 · 0.8 = 0.28, 1 − 0.8 · 0.8 = 0.36, overall 1 − 0.72 · 0.64 = 0.5392
        assertRisk(answers("data", true, "alone", true, "will", false), 0.28, 0.36, 0.5392);
    }

    @Test
    void a_strength_damps_the_signals_that_it_names_in_each_step() {
        // no-data 0.5 · 0.6 = 0.3, alone 0.2 · 0.6 = 0.12
        // 1 − 0.9 · 0.7 · 0.88 = 0.4456; 1 − 0.8 · 0.88 = 0.296; overall 1 − 0.5544 · 0.704 = 0.6097024
        assertRisk(answers("data", false, "alone", true, "will", true), 0.4456, 0.296, 0.6097024);
    }

    @Test
    void a_strength_without_a_signal_changes_nothing() {
        assertRisk(answers("data", true, "alone", false, "will", true), 0.1, 0.2, 0.28);
    }

    @Test
    void two_strengths_multiply() {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("q")
                .step("only", "0")
                .signal("s", "any", "0.8")
                .strength("a", "0.5", "s")
                .strength("b", "0.25", "s")
                .rule("all", is("q", "==", true), "s", "a", "b");
        // 0.8 · 0.5 · 0.75 = 0.3; among one step, "any" is that step
        assertThat(risk(edition, answers("q", true)).overall().probability()).isCloseTo(0.3, HAIR);
        assertThat(risk(edition, answers("q", true)).steps().get(0).estimate().probability())
                .isCloseTo(0.3, HAIR);
    }

    @Test
    void an_edition_without_steps_has_an_overall_risk_only() {
        EditionBuilder edition =
                new EditionBuilder().yesNo("q").signal("s", "any", "0.3").rule("r", is("q", "==", true), "s");
        assertThat(risk(edition, answers("q", true)).steps()).isEmpty();
        assertThat(risk(edition, answers("q", true)).overall().probability()).isCloseTo(0.3, HAIR);
    }

    @Test
    void known_so_far_is_what_has_fired_and_the_interval_spans_the_completions() {
        Estimate overall = risk(EDITION, answers("alone", false)).overall();

        // no signal yet: 0.28; at worst no data and no will: 0.64
        assertThat(overall.probability()).isCloseTo(0.28, HAIR);
        assertThat(overall.lowest()).isCloseTo(0.28, HAIR);
        assertThat(overall.highest()).isCloseTo(0.64, HAIR);
        assertThat(overall.band()).isEqualTo(Band.MEDIUM);
        assertThat(overall.provisional()).isTrue();
    }

    @Test
    void a_strength_that_is_open_may_lower_the_risk() {
        Estimate overall = risk(EDITION, answers("data", false, "alone", false)).overall();

        // damped: 1 − 0.9 · 0.7 · 0.8 = 0.496
        assertThat(overall.probability()).isCloseTo(0.64, HAIR);
        assertThat(overall.lowest()).isCloseTo(0.496, HAIR);
        assertThat(overall.highest()).isCloseTo(0.64, HAIR);
        assertThat(overall.provisional()).isTrue();
    }

    @Test
    void one_answer_that_feeds_a_signal_and_its_strength_is_never_taken_both_ways() {
        // whoever has a problem worth 3 has the signal and the strength; nobody has the one without the other
        EditionBuilder edition = new EditionBuilder()
                .whole("q", 0, 3)
                .signal("s", "any", "0.5")
                .strength("t", "0.5", "s")
                .rule("s", is("q", "==", 3), "s")
                .rule("t", is("q", ">=", 3), "t");

        assertThat(risk(edition, Answers.NONE).overall().highest()).isCloseTo(0.25, HAIR);
    }

    @Test
    void no_band_is_provisional_when_everything_is_answered() {
        Risk risk = risk(EDITION, answers("data", false, "alone", true, "will", true));
        assertThat(risk.overall().provisional()).isFalse();
        assertThat(risk.overall().lowest()).isEqualTo(risk.overall().probability());
        assertThat(risk.overall().highest()).isEqualTo(risk.overall().probability());
        assertThat(risk.calibrated()).isFalse();
    }

    @Test
    void a_band_that_no_completion_leaves_is_not_provisional() {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("q")
                .bands("0.5", "0.6")
                .signal("s", "any", "0.4")
                .rule("r", is("q", "==", true), "s");
        assertThat(risk(edition, Answers.NONE).overall().provisional()).isFalse();
        assertThat(risk(edition, Answers.NONE).overall().highest()).isCloseTo(0.4, HAIR);
    }

    @Test
    void a_band_that_every_completion_leaves_is_provisional() {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("q")
                .signal("s", "any", "0.9")
                .rule("yes", is("q", "==", true), "s")
                .rule("no", is("q", "==", false), "s");
        Estimate overall = risk(edition, Answers.NONE).overall();
        assertThat(overall.band()).isEqualTo(Band.LOW);
        assertThat(overall.lowest()).isCloseTo(0.9, HAIR);
        assertThat(overall.provisional()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // 1 − (1 − 0.1) is 0.09999999999999998 in doubles and still reaches "from 0.1 on"
        "0.1,  0.1, 0.5, MEDIUM",
        "0.7,  0.1, 0.7, HIGH",
        "0.0999999, 0.1, 0.5, LOW",
        "0.25, 0.25, 0.5, MEDIUM",
        "0.249, 0.25, 0.5, LOW",
        "0.4999, 0.25, 0.5, MEDIUM",
        "0.5, 0.25, 0.5, HIGH"
    })
    void bands_begin_at_their_threshold(String weight, String medium, String high, Band band) {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("q")
                .bands(medium, high)
                .signal("s", "any", weight)
                .rule("r", is("q", "==", true), "s");
        assertThat(risk(edition, answers("q", true)).overall().band()).isEqualTo(band);
    }

    @Test
    void beyond_the_budget_the_interval_is_wider_and_never_narrower() {
        Risk exact = risk(EDITION, Answers.NONE);
        for (long evaluations = 0; evaluations < 20; evaluations++) {
            Risk rough = EDITION.adviser(evaluations).assess(Answers.NONE, DAY).risk();
            assertThat(rough.overall().lowest())
                    .isLessThanOrEqualTo(exact.overall().lowest());
            assertThat(rough.overall().highest())
                    .isGreaterThanOrEqualTo(exact.overall().highest());
        }
        assertThat(EDITION.adviser(5).assess(Answers.NONE, DAY).searchedFully()).isFalse();
    }
}
