package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static jp.readiness.advice.Sheets.answers;
import static jp.readiness.rulebook.PlainCondition.is;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jp.readiness.advice.Overview.Next;
import jp.readiness.advice.Overview.State;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Test;

class OverviewTest {

    /** For firms of the city that have a leader. */
    private static final Adviser CITY = new EditionBuilder()
            .choice("location", "CITY", "ELSEWHERE")
            .yesNo("leader")
            .audience("location", "CITY")
            .required("leads")
            .rule("nobody leads", is("leader", "==", false), "leads")
            .adviser();

    /** For everybody who has a leader and a vision. */
    private static final Adviser COUNTRY = new EditionBuilder()
            .yesNo("leader")
            .yesNo("vision")
            .required("leads")
            .required("sees")
            .rule("nobody leads", is("leader", "==", false), "leads")
            .rule("no vision", is("vision", "==", false), "sees")
            .adviser();

    private static Overview overview(Answers answers, String... unknown) {
        return Overview.of(List.of(CITY, COUNTRY), edition -> answers, Set.of(unknown), DAY);
    }

    private static List<State> states(Answers answers) {
        return overview(answers).standings().stream()
                .map(Overview.Standing::state)
                .toList();
    }

    private static List<String> next(Overview overview) {
        return overview.next().stream().map(next -> next.question().id()).toList();
    }

    @Test
    void nothing_is_decided_before_something_is_answered() {
        assertThat(states(Answers.NONE)).containsExactly(State.OPEN, State.OPEN);
    }

    @Test
    void a_programme_is_ready_not_yet_or_not_for_you_once_its_questions_are_answered() {
        assertThat(states(answers("location", "CITY", "leader", true, "vision", false)))
                .containsExactly(State.READY, State.NOT_YET);
        assertThat(states(answers("location", "ELSEWHERE"))).containsExactly(State.NOT_FOR_YOU, State.OPEN);
    }

    @Test
    void who_meets_every_condition_is_not_ready_until_it_is_known_that_the_programme_is_for_them() {
        assertThat(states(answers("leader", true, "vision", true))).containsExactly(State.OPEN, State.READY);
    }

    @Test
    void a_required_condition_that_is_unmet_counts_whatever_the_place() {
        assertThat(states(answers("leader", false))).containsExactly(State.NOT_YET, State.NOT_YET);
    }

    @Test
    void whom_a_programme_is_for_is_asked_before_its_conditions_and_the_last_question_of_one_before_the_first() {
        assertThat(next(overview(Answers.NONE))).containsExactly("location", "leader", "vision");
        assertThat(next(overview(answers("location", "CITY")))).containsExactly("leader", "vision");
    }

    @Test
    void a_question_weighs_what_it_brings_each_programme_nearer() {
        assertThat(overview(answers("location", "CITY")).next())
                .extracting(Next::weight)
                .containsExactly(1.5, 0.5);
        assertThat(overview(answers("location", "CITY")).next().get(0).programmes())
                .hasSize(2);
    }

    @Test
    void what_the_applicant_cannot_answer_is_not_asked_again_and_leaves_the_programme_open() {
        Overview overview = overview(answers("location", "CITY", "vision", true), "leader");

        assertThat(next(overview)).isEmpty();
        assertThat(overview.standings()).extracting(Overview.Standing::state).containsOnly(State.OPEN);
    }

    @Test
    void a_programme_that_an_unknown_answer_keeps_open_is_asked_about_last() {
        assertThat(next(overview(Answers.NONE, "location", "leader"))).containsExactly("vision");
        assertThat(next(overview(Answers.NONE, "vision"))).containsExactly("location", "leader");
    }

    @Test
    void what_is_decided_asks_nothing() {
        assertThat(overview(answers("location", "ELSEWHERE", "leader", false)).next())
                .isEmpty();
    }
}
