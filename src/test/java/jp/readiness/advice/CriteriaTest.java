package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static jp.readiness.rulebook.PlainCondition.all;
import static jp.readiness.rulebook.PlainCondition.any;
import static jp.readiness.rulebook.PlainCondition.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.readiness.advice.Assessment.FindingResult;
import jp.readiness.advice.Assessment.OpenQuestion;
import jp.readiness.advice.Assessment.State;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.Comparison;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    private static final EditionBuilder TWO_PEOPLE = new EditionBuilder()
            .whole("people", 0, 5)
            .required("people")
            .rule("too-few", is("people", "<", 2), "people");

    private static FindingResult finding(EditionBuilder edition, String id, Answers answers) {
        return edition.adviser().assess(answers, DAY).finding(id).orElseThrow();
    }

    @Test
    void an_answer_below_the_threshold_makes_it_unmet_and_stands_beside_the_threshold() {
        FindingResult people = finding(TWO_PEOPLE, "people", answers("people", 1));

        assertThat(people.state()).isEqualTo(State.UNMET);
        assertThat(people.rules()).containsExactly("too-few");
        assertThat(people.text().en()).isEqualTo("people text");
        Comparison because = people.because().get(0);
        assertThat(because.answer()).hasToString("Optional[1]");
        assertThat(because.threshold()).hasToString("Optional[2]");
        assertThat(because.holds()).contains(true);
    }

    @Test
    void a_met_one_says_what_met_means_and_gives_the_condition_that_failed() {
        FindingResult people = finding(TWO_PEOPLE, "people", answers("people", 2));

        assertThat(people.state()).isEqualTo(State.MET);
        assertThat(people.text().en()).isEqualTo("people met");
        assertThat(people.because())
                .singleElement()
                .satisfies(c -> assertThat(c.holds()).contains(false));
        assertThat(people.decidedBy()).isEmpty();
    }

    @Test
    void an_open_question_is_never_no() {
        FindingResult people = finding(TWO_PEOPLE, "people", Answers.NONE);

        assertThat(people.state()).isEqualTo(State.OPEN);
        assertThat(people.decidedBy()).containsExactly("people");
        assertThat(people.because())
                .singleElement()
                .satisfies(c -> assertThat(c.holds()).isEmpty());
    }

    @Test
    void unmet_by_every_completion_is_unmet_before_a_single_rule_fires_and_names_all_contributing_rules() {
        EditionBuilder either = new EditionBuilder()
                .yesNo("data")
                .yesNo("team")
                .required("c")
                .rule("with-data", is("data", "==", true), "c")
                .rule("without-data", is("data", "==", false), "c")
                .rule("without-both", all(is("data", "==", false), is("team", "==", false)), "c")
                .rule("never", all(is("data", "==", true), is("data", "==", false)), "c");

        FindingResult c = finding(either, "c", Answers.NONE);

        assertThat(c.state()).isEqualTo(State.UNMET);
        assertThat(c.rules()).containsExactly("with-data", "without-data", "without-both");
        assertThat(c.because())
                .isNotEmpty()
                .allSatisfy(b -> assertThat(b.holds()).isEmpty());
    }

    @Test
    void met_by_every_completion_is_met_though_questions_are_open() {
        EditionBuilder contradiction = new EditionBuilder()
                .whole("people", 0, 5)
                .required("c")
                .rule("never", all(is("people", "<", 2), is("people", ">", 3)), "c");

        assertThat(finding(contradiction, "c", Answers.NONE).state()).isEqualTo(State.MET);
    }

    @Test
    void a_criterion_without_a_rule_is_met() {
        EditionBuilder noRule = new EditionBuilder().yesNo("data").required("c");
        assertThat(finding(noRule, "c", Answers.NONE).state()).isEqualTo(State.MET);
    }

    @Test
    void one_open_operand_does_not_hide_the_other_condition_of_an_or() {
        EditionBuilder or = new EditionBuilder()
                .whole("x", 0, 3)
                .whole("y", 0, 3)
                .required("c")
                .rule("r", any(is("x", "<", 2), is("y", "==", 1)), "c");

        assertThat(finding(or, "c", answers("y", 1)).state()).isEqualTo(State.UNMET);
        assertThat(finding(or, "c", answers("y", 0)).decidedBy()).containsExactly("x");
    }

    @Test
    void only_questions_that_alone_can_turn_it_decide_it() {
        // with data answered no, the criterion rests on the team alone; the people are read but cannot turn it
        EditionBuilder edition = new EditionBuilder()
                .yesNo("data")
                .yesNo("team")
                .whole("people", 0, 3)
                .required("c")
                .rule("r", all(is("data", "==", false), is("team", "==", false)), "c")
                .rule("s", all(is("data", "==", true), is("people", "<", 2)), "c");

        assertThat(finding(edition, "c", answers("data", false)).decidedBy()).containsExactly("team");
        assertThat(finding(edition, "c", Answers.NONE).decidedBy()).containsExactly("data", "team", "people");
    }

    @Test
    void comparing_two_open_questions_is_open_and_both_decide() {
        EditionBuilder edition = new EditionBuilder()
                .whole("x", 0, 3)
                .whole("y", 0, 3)
                .required("c")
                .rule("r", is("x", "<", "$y"), "c");

        assertThat(finding(edition, "c", Answers.NONE).decidedBy()).containsExactly("x", "y");
        assertThat(finding(edition, "c", answers("x", 3)).state()).isEqualTo(State.MET);
        assertThat(finding(edition, "c", answers("x", 2)).state()).isEqualTo(State.OPEN);
    }

    @Test
    void open_questions_that_decide_a_required_criterion_come_first() {
        EditionBuilder edition = new EditionBuilder()
                .yesNo("a")
                .yesNo("b")
                .yesNo("unread")
                .recommended("nice")
                .required("needed")
                .signal("s", "any", "0.2")
                .rule("nice", is("a", "==", false), "nice")
                .rule("needed", is("b", "==", false), "needed")
                .rule("s", is("b", "==", false), "s");

        assertThat(edition.adviser().assess(Answers.NONE, DAY).open())
                .containsExactly(
                        new OpenQuestion("b", List.of("needed", "s"), new Settles(1, 1, 0)),
                        new OpenQuestion("a", List.of("nice"), new Settles(0, 0, 1)));
        assertThat(edition.adviser().assess(Answers.NONE, DAY).skippable()).containsExactly("unread");
    }

    @Test
    void beyond_the_budget_the_state_is_sound_and_the_stop_is_told() {
        EditionBuilder either = new EditionBuilder()
                .whole("x", 0, 9)
                .whole("y", 0, 9)
                .required("always")
                .required("fired")
                .rule("below", is("x", "<", "$y"), "always")
                .rule("above", is("x", ">=", "$y"), "always")
                .rule("zero", is("x", "==", 0), "fired");

        Assessment stopped = either.adviser(99).assess(Answers.NONE, DAY);
        assertThat(stopped.searchedFully()).isFalse();
        assertThat(stopped.finding("always").orElseThrow().state()).isEqualTo(State.OPEN);
        assertThat(stopped.finding("always").orElseThrow().decidedBy()).containsExactly("x", "y");
        assertThat(stopped.finding("fired").orElseThrow().state()).isEqualTo(State.OPEN);

        Assessment enough = either.adviser(210).assess(Answers.NONE, DAY);
        assertThat(enough.searchedFully()).isTrue();
        assertThat(enough.finding("always").orElseThrow().state()).isEqualTo(State.UNMET);

        assertThat(either.adviser(0)
                        .assess(answers("x", 0), DAY)
                        .finding("fired")
                        .orElseThrow()
                        .state())
                .isEqualTo(State.UNMET);
    }
}
