package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import jp.readiness.RunningServer;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logging in, staying in and being kept out, over real HTTP. */
@RunningServer
class LogInTest {

    private static final String ONE_TIME = "7kq2m-xw4pa-d9rtz-c3hnv";
    private static final String CHOSEN = "soba-udon-ramen";
    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    private Visitor visitor;
    private String username;

    @BeforeEach
    void forgetTries() {
        clock.pass(Duration.ofDays(2));
        visitor = new Visitor(port);
        username = "member" + number++;
    }

    private Account account(Role... roles) {
        accounts.create(Audit.SYSTEM, username, Set.of(roles), ONE_TIME);
        return accounts.byUsername(username).orElseThrow();
    }

    private Account ready(Role... roles) {
        accounts.changePassword(account(roles), CHOSEN);
        return accounts.byUsername(username).orElseThrow();
    }

    private void logIn() {
        assertThat(visitor.logIn(username, CHOSEN).statusCode()).isEqualTo(302);
    }

    private List<String> newestActions(int count) {
        return audit.newest(count).stream().map(AuditEvent::action).toList();
    }

    @Test
    void somebody_who_is_not_logged_in_gets_the_log_in_page_and_then_the_page_asked_for() {
        ready(Role.SCREENER);
        HttpResponse<String> asked = visitor.get("/staff/rules?x=1");
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(visitor.target(asked)).isEqualTo("/staff/login");

        String before = visitor.session();
        HttpResponse<String> in = visitor.logIn(username, CHOSEN);

        assertThat(visitor.target(in)).isEqualTo("/staff/rules?x=1");
        assertThat(visitor.session()).as("a new session at log-in").isNotEqualTo(before);
        assertThat(visitor.get("/staff/rules").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEMBER", "ＭＥＭＢＥＲ", " member"})
    void a_username_is_known_however_it_is_typed(String typed) {
        ready(Role.SCREENER);
        String digits = username.replace("member", "");
        assertThat(visitor.target(visitor.logIn(typed + digits, CHOSEN))).isEqualTo("/staff");
    }

    @Test
    void an_unknown_username_a_wrong_password_and_a_closed_account_are_told_the_same() {
        Account known = ready(Role.SCREENER);
        HttpResponse<String> wrong = visitor.logIn(username, "not-the-password");
        HttpResponse<String> unknown = visitor.logIn("nobody", "not-the-password");
        accounts.change(Audit.SYSTEM, known, known.roles(), false);
        HttpResponse<String> closed = visitor.logIn(username, CHOSEN);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("ユーザー名かパスワードが違います", "value=\"" + username + "\"");
        assertThat(normal(unknown)).isEqualTo(normal(wrong)).isEqualTo(normal(closed));
    }

    private String normal(HttpResponse<String> response) {
        return response.statusCode()
                + response.body().replaceAll("value=\"[^\"]*\"", "").replaceAll("content/[0-9a-f]+", "");
    }

    @Test
    void after_five_failures_even_the_right_password_waits() {
        ready(Role.SCREENER);
        for (int i = 0; i < 5; i++) {
            assertThat(visitor.logIn(username, "not-the-password").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = visitor.logIn(username, CHOSEN);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("12");
        assertThat(refused.body()).contains("約1分後");
        assertThat(newestActions(2)).containsExactly("LOG_IN_THROTTLED", "LOG_IN_FAILED");

        clock.pass(Duration.ofSeconds(12));
        logIn();
    }

    @Test
    void an_unknown_username_is_slowed_down_just_the_same() {
        for (int i = 0; i < 5; i++) {
            visitor.logIn("nobody" + number, "not-the-password");
        }
        assertThat(visitor.logIn("nobody" + number, "not-the-password").statusCode())
                .isEqualTo(429);
    }

    @Test
    void a_one_time_password_opens_nothing_but_the_page_to_change_it() {
        account(Role.ADMINISTRATOR);
        visitor.logIn(username, ONE_TIME);
        for (String page : List.of("/staff", "/staff/rules", "/staff/accounts", "/staff/audit", "/actuator/metrics")) {
            assertThat(visitor.target(visitor.get(page))).as(page).isEqualTo("/staff/password");
        }
        assertThat(visitor.get("/staff/password").body()).contains("最初のログインです");

        HttpResponse<String> changed =
                visitor.post("/staff/password", "current", ONE_TIME, "chosen", CHOSEN, "repeated", CHOSEN);

        assertThat(visitor.target(changed)).isEqualTo("/staff?said=password-changed");
        assertThat(visitor.get("/staff/rules").statusCode()).isEqualTo(200);
        assertThat(newestActions(1)).containsExactly("PASSWORD_CHANGED");
        assertThat(new Visitor(port).logIn(username, ONE_TIME).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "not-this-one-either, soba-udon-ramen2, soba-udon-ramen2, 現在のパスワードが違います",
        "soba-udon-ramen, short, short, 短すぎます",
        "soba-udon-ramen, password1234, password1234, よく使われる",
        "soba-udon-ramen, soba-udon-ramen, soba-udon-ramen, 現在のものと同じ",
        "soba-udon-ramen, soba-udon-ramen2, soba-udon-ramen3, 確認の入力が",
        "'', '', '', 短すぎます"
    })
    void a_password_is_not_changed_for_a_reason_in_words(String current, String chosen, String repeated, String why) {
        ready(Role.SCREENER);
        logIn();
        visitor.get("/staff/password");
        HttpResponse<String> refused =
                visitor.post("/staff/password", "current", current, "chosen", chosen, "repeated", repeated);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(why, "aria-invalid=\"true\"").doesNotContain("not-this-one-either");
        assertThat(new Visitor(port).logIn(username, CHOSEN).statusCode()).isEqualTo(302);
    }

    @Test
    void a_new_password_ends_the_log_ins_on_other_machines() {
        ready(Role.SCREENER);
        logIn();
        Visitor other = new Visitor(port);
        other.logIn(username, CHOSEN);
        assertThat(other.get("/staff/rules").statusCode()).isEqualTo(200);

        visitor.get("/staff/password");
        visitor.post("/staff/password", "current", CHOSEN, "chosen", CHOSEN + "2", "repeated", CHOSEN + "2");

        assertThat(other.target(other.get("/staff/rules"))).isEqualTo("/staff/login?said=changed");
        assertThat(visitor.get("/staff/rules").statusCode()).isEqualTo(200);
    }

    @Test
    void closing_an_account_ends_its_log_in_at_once() {
        Account account = ready(Role.SCREENER);
        logIn();
        accounts.change(Audit.SYSTEM, account, account.roles(), false);
        assertThat(visitor.target(visitor.get("/staff/rules"))).isEqualTo("/staff/login?said=changed");
        assertThat(visitor.get("/staff/login?said=changed").body()).contains("ログインし直してください");
    }

    @Test
    void a_form_sent_after_the_log_in_has_ended_is_told_of_and_not_swallowed() {
        ready(Role.SCREENER);
        logIn();
        visitor.get("/staff/password");
        visitor.loseSession();

        HttpResponse<String> sent = visitor.post("/staff/password", "current", CHOSEN);

        assertThat(visitor.target(sent)).isEqualTo("/staff/login?said=form-expired");
        assertThat(visitor.get("/staff/login?said=form-expired").body()).contains("入力した内容は、まだ保存されていません");
    }

    @Test
    void a_page_asked_for_after_the_log_in_has_ended_leads_to_the_log_in_page_that_says_so() {
        ready(Role.SCREENER);
        logIn();
        visitor.loseSession();
        assertThat(visitor.target(visitor.get("/staff/rules"))).isEqualTo("/staff/login?said=expired");
    }

    @Test
    void a_staff_form_without_its_key_is_refused_in_words() {
        ready(Role.ADMINISTRATOR);
        logIn();
        for (String form : List.of("/staff/password", "/staff/accounts", "/staff/log-out")) {
            HttpResponse<String> refused = visitor.postWithout(form, "username", "mallory");
            assertThat(refused.statusCode()).as(form).isEqualTo(403);
            assertThat(refused.body()).as(form).contains("時間がたったため");
        }
        assertThat(accounts.byUsername("mallory")).isEmpty();
        assertThat(visitor.get("/staff/rules").statusCode())
                .as("still logged in")
                .isEqualTo(200);
    }

    @Test
    void logging_out_ends_the_log_in_and_is_kept_in_the_log() {
        ready(Role.SCREENER);
        logIn();
        visitor.get("/staff/rules");
        assertThat(visitor.target(visitor.post("/staff/log-out"))).isEqualTo("/staff/login?said=logged-out");
        assertThat(visitor.target(visitor.get("/staff/rules"))).startsWith("/staff/login");
        assertThat(newestActions(2)).containsExactly("LOG_OUT", "LOG_IN");
    }

    @ParameterizedTest
    @CsvSource({
        "SCREENER, /staff/accounts",
        "SCREENER, /staff/audit",
        "SCREENER, /actuator/metrics",
        "SCREENER, /actuator/prometheus",
        "POLICY_EDITOR, /staff/accounts",
        "POLICY_EDITOR, /staff/audit",
        "POLICY_APPROVER, /staff/accounts",
        "POLICY_APPROVER, /actuator/prometheus"
    })
    void pages_for_administrators_are_refused_to_others_in_words(Role role, String page) {
        ready(role);
        logIn();
        HttpResponse<String> refused = visitor.get(page);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("このページを見る権限がありません");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/staff/accounts", "/staff/audit", "/staff/rules", "/actuator/metrics", "/actuator/prometheus"})
    void administrators_see_the_pages_for_administrators(String page) {
        ready(Role.ADMINISTRATOR);
        logIn();
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_typed_as_an_unknown_username_is_kept_nowhere() {
        visitor.logIn("my-secret-typed-in-the-wrong-field", "x");
        assertThat(audit.newest(1).toString()).doesNotContain("my-secret");
    }

    @Test
    void the_log_of_all_this_is_one_whole_chain() {
        assertThat(audit.firstBroken()).isEmpty();
    }
}
