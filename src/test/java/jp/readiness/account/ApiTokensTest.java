package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.RunningServer;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keys for programs: made on a page, refused and let in over REST. */
@RunningServer
class ApiTokensTest {

    /** Needs a role, and leads to no programme: whoever is let in gets 404. */
    private static final String FOR_SCREENERS = "/api/v1/programmes/no-such-programme/batches/0";

    private static final Pattern SECRET = Pattern.compile("ra_[A-Za-z0-9_-]{43}");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    private HttpResponse<String> call(String path, String authorization) {
        Visitor program = new Visitor(port);
        return program.send(program.request(path)
                .header("Authorization", authorization)
                .header("Accept-Language", "en")
                .GET()
                .build());
    }

    private int status(String secret) {
        return call(FOR_SCREENERS, "Bearer " + secret).statusCode();
    }

    private Account account(Role role) {
        return accounts.byUsername(staff.member(role)).orElseThrow();
    }

    private ApiTokens.Made tokenOf(Account owner) {
        return tokens.make(owner.id().toString(), owner.id(), "for a test", Duration.ofDays(30));
    }

    private String made(Visitor visitor, String name) {
        visitor.get("/staff/tokens");
        visitor.post("/staff/tokens", "name", name, "days", "90");
        Matcher secret = SECRET.matcher(visitor.get("/staff/tokens").body());
        assertThat(secret.find()).isTrue();
        return secret.group();
    }

    @Test
    void a_token_made_on_the_page_is_shown_once_and_lets_a_program_in() {
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);

        String secret = made(screener, "基幹システム <b>");

        assertThat(status(secret)).isEqualTo(404);
        String page = screener.get("/staff/tokens").body();
        assertThat(page).contains("基幹システム &lt;b&gt;").doesNotContain(secret, "<b>");
        LocalDate today = LocalDate.now(clock);
        assertThat(page).contains("data-label=\"作成日\">" + today, "data-label=\"期限\">" + today.plusDays(90));
    }

    @Test
    void without_a_token_the_api_for_staff_says_what_is_needed() {
        Visitor program = new Visitor(port);
        HttpResponse<String> refused = program.send(program.request(FOR_SCREENERS)
                .header("Accept-Language", "en")
                .GET()
                .build());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("Authorization: Bearer").contains("\"status\":401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer ",
                "Bearer ra_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer ' or 1=1 --",
                "Basic YWRtaW46YWRtaW4=",
                "Digest x"
            })
    void what_is_no_valid_token_is_refused_everywhere(String authorization) {
        for (String path : new String[] {FOR_SCREENERS, "/api/v1/programmes"}) {
            HttpResponse<String> refused = call(path, authorization);
            assertThat(refused.statusCode()).as(path).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
            assertThat(refused.body()).contains("\"status\":401");
        }
    }

    @Test
    void a_token_may_do_what_its_owners_roles_allow_when_it_is_used() {
        Account owner = account(Role.POLICY_EDITOR);
        String secret = tokenOf(owner).secret();
        HttpResponse<String> refused = call(FOR_SCREENERS, "Bearer " + secret);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("roles of the token's owner");

        accounts.change(Audit.SYSTEM, owner, Set.of(Role.SCREENER), true);

        assertThat(status(secret)).isEqualTo(404);
    }

    @Test
    void a_token_opens_nothing_once_it_is_revoked_or_expired_or_its_owner_is_closed_or_has_a_password_to_choose() {
        Account owner = account(Role.SCREENER);
        ApiTokens.Made revoked = tokenOf(owner);
        tokens.revoke(owner.id().toString(), revoked.token());
        assertThat(status(revoked.secret())).isEqualTo(401);

        String live = tokenOf(owner).secret();
        accounts.change(Audit.SYSTEM, owner, owner.roles(), false);
        assertThat(status(live)).isEqualTo(401);

        Account closed = accounts.byId(owner.id()).orElseThrow();
        accounts.change(Audit.SYSTEM, closed, owner.roles(), true);
        assertThat(status(live)).isEqualTo(404);
        accounts.resetPassword(Audit.SYSTEM, accounts.byId(owner.id()).orElseThrow(), "unimportant-password");
        assertThat(status(live)).isEqualTo(401);

        String soon = tokenOf(account(Role.SCREENER)).secret();
        clock.pass(Duration.ofDays(30));
        assertThat(status(soon)).isEqualTo(401);
    }

    @Test
    void the_last_use_is_kept_and_shown_but_not_at_every_call() {
        ApiTokens.Made made = tokenOf(account(Role.SCREENER));
        status(made.secret());
        var first = tokens.byId(made.token().id()).orElseThrow().lastUsedAt();
        clock.pass(Duration.ofSeconds(10));
        status(made.secret());
        assertThat(tokens.byId(made.token().id()).orElseThrow().lastUsedAt())
                .isEqualTo(first)
                .isPresent();
        clock.pass(Duration.ofMinutes(2));
        status(made.secret());
        assertThat(tokens.byId(made.token().id()).orElseThrow().lastUsedAt()).isNotEqualTo(first);
    }

    @Test
    void nobody_but_the_owner_and_administrators_sees_or_revokes_a_token() {
        Account owner = account(Role.SCREENER);
        ApiTokens.Made made = tokens.make(owner.id().toString(), owner.id(), "mine-alone", Duration.ofDays(30));
        String revoke = "/staff/tokens/" + made.token().id() + "/revoke";

        Visitor other = staff.loggedIn(new Visitor(port), Role.SCREENER);
        assertThat(other.get("/staff/tokens").body()).doesNotContain("mine-alone");
        assertThat(other.post(revoke).statusCode()).isEqualTo(404);
        assertThat(other.post(
                                "/staff/tokens",
                                "name",
                                "x",
                                "days",
                                "30",
                                "account",
                                owner.id().toString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(status(made.secret())).isEqualTo(404);

        Visitor boss = staff.loggedIn(new Visitor(port), Role.ADMINISTRATOR);
        assertThat(boss.get("/staff/tokens").body()).contains("mine-alone");
        assertThat(boss.post(revoke).statusCode()).isEqualTo(302);
        assertThat(status(made.secret())).isEqualTo(401);
    }

    @Test
    void making_and_revoking_leave_traces_without_the_secret() {
        Account owner = account(Role.SCREENER);
        ApiTokens.Made made = tokenOf(owner);
        tokens.revoke(owner.id().toString(), made.token());

        assertThat(audit.newest(2)).extracting(AuditEvent::action).containsExactly("TOKEN_REVOKED", "TOKEN_MADE");
        assertThat(audit.newest(2)).allSatisfy(event -> {
            assertThat(event.subject().id()).isEqualTo(made.token().id().toString());
            assertThat(event.toString()).doesNotContain(made.secret(), TokenSecret.hash(made.secret()));
        });
    }

    @Test
    void a_token_without_a_name_or_a_lifetime_is_not_made_and_what_was_typed_stays() {
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        screener.get("/staff/tokens");

        HttpResponse<String> nameless = screener.post("/staff/tokens", "name", " ", "days", "30");
        assertThat(nameless.statusCode()).isEqualTo(400);
        assertThat(nameless.body()).contains("名前を、1〜100文字で入れてください。").contains("value=\"30\" checked");

        HttpResponse<String> endless = screener.post("/staff/tokens", "name", "登録", "days", "100000");
        assertThat(endless.statusCode()).isEqualTo(400);
        assertThat(endless.body()).contains("value=\"登録\"");
    }
}
