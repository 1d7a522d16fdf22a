package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.library.Library;
import jp.readiness.library.Published;
import jp.readiness.workbench.Draft.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Going live on a day, and going back in one step. */
@WorkbenchServer
class PublishingTest {

    private static final String HISTORY = "/staff/workbench/camp/2022/history";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Library library;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    private Visitor editor;
    private Visitor approver;

    @BeforeEach
    void logIn() {
        steps.clear();
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        approver = staff.loggedIn(new Visitor(port), Role.POLICY_APPROVER);
    }

    private String remark(String words) {
        return "rule \"no-data\"\n// " + words + " " + System.nanoTime();
    }

    private Draft draft(String words) {
        return steps.draft(DraftFile.RULES, "rule \"no-data\"", remark(words));
    }

    private LocalDate day(int ahead) {
        return LocalDate.now(clock).plusDays(ahead);
    }

    private String body(Draft draft) {
        return editor.get(DraftSteps.address(draft)).body();
    }

    @Test
    void an_approved_draft_waits_for_its_day_and_goes_live_on_it() {
        String before = steps.live();
        Draft draft = draft("on a day");
        steps.submit(editor, draft, "from", day(3).toString());
        assertThat(approver.get(DraftSteps.address(draft)).body()).contains("公開日: " + day(3));
        steps.approve(approver, draft);
        assertThat(steps.now(draft).state()).isEqualTo(State.APPROVED);
        publishing.publishDue();
        assertThat(steps.live()).isEqualTo(before);
        assertThat(body(draft)).contains("承認済みです。" + day(3) + " に公開されます");

        clock.pass(Duration.ofDays(3));
        publishing.publishDue();
        assertThat(steps.now(draft).state()).isEqualTo(State.PUBLISHED);
        assertThat(steps.live()).isNotEqualTo(before);
        assertThat(library.history("camp", "2022").get(0).approvedBy()).isPresent();
    }

    @Test
    void what_would_undo_another_version_on_its_day_goes_back_to_its_authors_with_the_reason() {
        Draft late = draft("late");
        steps.submit(editor, late, "from", day(1).toString());
        steps.approve(approver, late);
        Draft first = draft("first");
        steps.publish(editor, approver, first);
        String live = steps.live();

        clock.pass(Duration.ofDays(1));
        publishing.publishDue();
        assertThat(steps.live()).isEqualTo(live);
        assertThat(steps.now(late).state()).isEqualTo(State.EDITING);
        assertThat(body(late)).contains("公開する日に、別の版が公開中になっていました");
    }

    @Test
    void an_approval_is_taken_back_before_the_day() {
        Draft draft = draft("taken back");
        steps.submit(editor, draft, "from", day(1).toString());
        steps.approve(approver, draft);
        editor.get(DraftSteps.address(draft));
        editor.post(DraftSteps.address(draft) + "/take-back");
        clock.pass(Duration.ofDays(1));
        publishing.publishDue();
        assertThat(steps.now(draft).state()).isEqualTo(State.EDITING);
        assertThat(steps.now(draft).approvedBy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2020-01-01", "2999-01-01"})
    void a_day_that_is_none_or_gone_or_far_away_is_refused(String day) {
        Draft draft = draft("day");
        steps.submit(editor, draft, "from", day);
        assertThat(steps.now(draft).state()).isEqualTo(State.EDITING);
    }

    private Published latest() {
        return library.history("camp", "2022").get(0);
    }

    @Test
    void an_approver_goes_back_in_one_step_and_says_why() {
        steps.publish(editor, approver, draft("a"));
        Published good = latest();
        steps.publish(editor, approver, draft("b"));
        String page = HISTORY + "/" + good.number();
        assertThat(approver.get(page).body()).contains("この版をすぐに公開する", "戻すと変わるところ");

        approver.post(page + "/go-back", "live", steps.live(), "reason", " ");
        assertThat(steps.live()).as("without a reason").isNotEqualTo(good.hash());
        approver.get(page);
        approver.post(page + "/go-back", "live", good.hash(), "reason", "誤りがあったため。");
        assertThat(steps.live()).as("another one was live").isNotEqualTo(good.hash());
        approver.get(page);
        approver.post(page + "/go-back", "live", steps.live(), "reason", "誤りがあったため。");

        assertThat(steps.live()).isEqualTo(good.hash());
        assertThat(latest().reason()).isEqualTo("誤りがあったため。");
        assertThat(audit.newest(1).get(0).action()).isEqualTo("RULES_PUBLISHED");
        assertThat(approver.get(page).body()).doesNotContain("この版をすぐに公開する");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"POLICY_APPROVER"})
    void nobody_else_goes_back(Role role) {
        Visitor visitor = staff.loggedIn(new Visitor(port), role);
        visitor.get("/staff/password");
        assertThat(visitor.post(HISTORY + "/1/go-back", "reason", "r").statusCode())
                .isEqualTo(403);
    }
}
