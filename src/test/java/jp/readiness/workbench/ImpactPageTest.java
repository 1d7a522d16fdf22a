package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.library.Library;
import jp.readiness.outcome.Outcomes;
import jp.readiness.outcome.Result;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets.NewSheet;
import jp.readiness.workbench.Draft.State;
import jp.readiness.workbench.LongRuns.Run;
import jp.readiness.workbench.Refused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who would be judged otherwise by a draft, as the page says it, and that somebody has to look. */
@WorkbenchServer
class ImpactPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Clock clock;

    private Visitor editor;

    @BeforeEach
    void logIn() {
        steps.clear();
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
    }

    /** Other tests publish without having looked at any. */
    @AfterEach
    void noCohorts() {
        cohorts.all().forEach(line -> cohorts.delete("system", line.cohort()));
    }

    /** A cohort of companies with so many participants each, and data. */
    private Cohort cohort(Origin origin, int... participants) {
        Cohort cohort = cohorts.create(
                "system", new Cohort.Plan("camp", "2022", "第1回 <説明会>", Optional.empty(), origin, Optional.empty()));
        List<NewSheet> sheets = new ArrayList<>();
        for (int i = 0; i < participants.length; i++) {
            sheets.add(new NewSheet(
                    Answers.NONE
                            .with("applicantKind", new Answer.Choice("COMPANY"))
                            .with("participants", Answer.Number.of(participants[i]))
                            .with("hasData", new Answer.YesNo(true)),
                    Optional.of("会社" + (i + 1) + "号")));
        }
        cohorts.add("system", cohort, sheets);
        return cohort;
    }

    private void end(Cohort cohort, boolean... left) {
        List<Member> members = cohorts.members(cohort.id());
        for (int i = 0; i < left.length; i++) {
            outcomes.note(
                    "system",
                    cohort,
                    members.get(i),
                    left[i] ? Result.left(Optional.empty(), Optional.empty(), "") : Result.FINISHED);
        }
    }

    private static String impact(Draft draft) {
        return DraftSteps.address(draft) + "/impact";
    }

    /** Starts it, and follows to the page. */
    private String look(Visitor visitor, Draft draft, String... fields) {
        visitor.get(impact(draft));
        return visitor.get(visitor.target(visitor.post(impact(draft), fields))).body();
    }

    @Test
    void who_would_be_judged_otherwise_is_named_with_the_rule_and_its_condition() {
        cohort(Origin.RECONSTRUCTED, 1, 2, 2, 3, 4);
        Draft draft = steps.threeParticipants();
        assertThat(editor.get(impact(draft)).body()).contains("まだ確かめていません", "第1回 &lt;説明会&gt;", "再現したもの");

        String page = look(editor, draft);
        assertThat(page)
                .contains("5件のうち 2件の結果が変わります", "4件から 2件になります")
                .contains("会社2号", "会社3号", "too-few-participants", "参加人数: 2名（3名未満）", "新たに当てはまる")
                .doesNotContain("会社1号", "会社4号");
        assertThat(editor.get(DraftSteps.address(draft)).body()).contains("5件のうち 2件が変わり");
        assertThat(editor.get(impact(draft) + "?group=applicantKind").body()).contains("4 → 2");
    }

    @Test
    void a_draft_goes_on_only_once_somebody_has_looked_at_what_it_now_says() {
        cohort(Origin.REAL, 2, 3);
        Draft draft = steps.threeParticipants();
        steps.submit(editor, draft);
        assertThat(steps.now(draft).state()).isEqualTo(State.EDITING);
        assertThat(editor.get(DraftSteps.address(draft)).body()).contains("まだ誰も確かめていません");

        look(editor, draft);
        steps.change(draft, DraftFile.PROGRAMME, "value: 3", "value: 3 ");
        steps.submit(editor, draft);
        assertThat(steps.now(draft).state()).as("the text is another one").isEqualTo(State.EDITING);

        look(editor, draft);
        steps.submit(editor, draft);
        assertThat(steps.now(draft).state()).isEqualTo(State.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        "REAL, POLICY_EDITOR, false",
        "REAL, ADMINISTRATOR, true",
        "RECONSTRUCTED, POLICY_EDITOR, true",
        "SYNTHETIC, POLICY_APPROVER, true"
    })
    void applicants_who_exist_are_named_to_those_alone_who_may_see_cohorts(Origin origin, Role role, boolean named) {
        cohort(origin, 2);
        Draft draft = steps.threeParticipants();
        look(editor, draft);
        String page = staff.loggedIn(new Visitor(port), role).get(impact(draft)).body();
        assertThat(page.contains("会社1号")).isEqualTo(named);
        assertThat(page.contains("1番")).isEqualTo(!named);
    }

    @Test
    void who_only_looks_may_not_start_anything() {
        cohort(Origin.REAL, 2);
        Draft draft = steps.threeParticipants();
        for (Role role : List.of(Role.SCREENER, Role.ADMINISTRATOR)) {
            Visitor visitor = staff.loggedIn(new Visitor(port), role);
            visitor.get("/staff/password");
            assertThat(visitor.post(impact(draft)).statusCode()).isEqualTo(403);
            assertThat(visitor.post(impact(draft) + "/curve").statusCode()).isEqualTo(403);
            assertThat(visitor.get(impact(draft)).statusCode()).isEqualTo(role == Role.SCREENER ? 403 : 200);
        }
        Visitor approver = staff.loggedIn(new Visitor(port), Role.POLICY_APPROVER);
        assertThat(look(approver, draft)).contains("1件のうち 1件の結果が変わります");
    }

    @Test
    void few_outcomes_conclude_nothing_and_enough_say_which_version_was_righter() {
        int[] participants = new int[22];
        boolean[] left = new boolean[22];
        for (int i = 0; i < 22; i++) {
            participants[i] = i < 8 ? 2 : 5;
            left[i] = i < 8;
        }
        Cohort cohort = cohort(Origin.REAL, participants);
        end(cohort, new boolean[] {true, true});
        Draft draft = steps.threeParticipants();
        assertThat(look(editor, draft)).contains("結果が 2件しかなく、まだ何も言えません（20件から）");

        end(cohort, left);
        assertThat(look(editor, draft)).contains("+8", "下書きのほうが当たっていました。", "うち途中でやめた会社 8件");
    }

    @Test
    void a_number_is_moved_and_the_accepted_and_the_dropouts_held_back_are_counted() {
        Cohort cohort = cohort(Origin.RECONSTRUCTED, 1, 2, 3, 4, 5);
        end(cohort, true, true, false, false, false);
        Draft draft = steps.threeParticipants();
        String[] curve = {"parameter", "minimumParticipants", "from", "１", "to", "5"};
        editor.get(impact(draft));
        String page = editor.get(editor.target(editor.post(impact(draft) + "/curve", curve)))
                .body();
        assertThat(page)
                .contains("<polyline points=\"44.0,16.0 147.0,56.0 250.0,96.0 353.0,136.0 456.0,176.0\">")
                .contains("2 / 2", "1 / 3", ">5名</span>");
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "a, b", "1, 1e99999999", "1, ''"})
    void bounds_that_are_none_are_said(String from, String to) {
        cohort(Origin.REAL, 2);
        Draft draft = steps.threeParticipants();
        editor.get(impact(draft));
        String next = editor.target(
                editor.post(impact(draft) + "/curve", "parameter", "minimumParticipants", "from", from, "to", to));
        String page = editor.get(next).body();
        assertThat(page.contains("小さい順の数")).isEqualTo(!to.isEmpty());
    }

    @Test
    void a_draft_with_errors_or_without_a_cohort_says_what_is_missing() {
        Draft broken = steps.draft(DraftFile.RULES, "participants <", "particpants <");
        assertThat(editor.get(impact(broken)).body()).contains("まだ判定できません");
        Draft draft = steps.threeParticipants();
        assertThat(editor.get(impact(draft)).body()).contains("回答者のグループがまだありません");
        assertThat(editor.get(editor.target(editor.post(impact(draft)))).body()).contains("確かめられません");
    }

    @Test
    void a_run_that_takes_too_long_is_ended_with_a_message() {
        Cohort cohort = cohort(Origin.REAL, 2, 3);
        ImpactRuns hasty = new ImpactRuns(
                cohorts, outcomes, clock, new WorkbenchSettings(true, Duration.ZERO, Duration.ZERO, Duration.ZERO));
        var live = library.edition("camp", "2022").orElseThrow();
        Run<ImpactResult> run = hasty.start(cohort, live, live);
        run.await(Duration.ofSeconds(30));
        assertThat(run.result()).isEmpty();
        assertThat(run.refusal()).contains(Reason.RUN_TOO_SLOW);
        hasty.stop();
    }
}
