package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.RunningServer;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Administrators make accounts and change them. */
@RunningServer
class AccountsPageTest {

    private static final Pattern ONE_TIME = Pattern.compile("(?:[a-z2-9]{5}-){3}[a-z2-9]{5}");
    private static int number;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    private Visitor boss;
    private String name;

    @BeforeEach
    void logInAsAdministrator() {
        clock.pass(Duration.ofDays(2));
        name = "colleague" + number++;
        String username = "boss" + number;
        accounts.create(Audit.SYSTEM, username, Set.of(Role.ADMINISTRATOR), "unimportant-password");
        accounts.changePassword(accounts.byUsername(username).orElseThrow(), "soba-udon-ramen");
        boss = new Visitor(port);
        boss.logIn(username, "soba-udon-ramen");
        boss.get("/staff/accounts");
    }

    private Account colleague() {
        return accounts.byUsername(name).orElseThrow();
    }

    private String create(String... roles) {
        String[] fields = new String[2 + 2 * roles.length];
        fields[0] = "username";
        fields[1] = name;
        for (int i = 0; i < roles.length; i++) {
            fields[2 + 2 * i] = "roles";
            fields[3 + 2 * i] = roles[i];
        }
        assertThat(boss.post("/staff/accounts", fields).statusCode()).isEqualTo(302);
        Matcher shown = ONE_TIME.matcher(boss.get("/staff/accounts").body());
        assertThat(shown.find()).isTrue();
        return shown.group();
    }

    @Test
    void a_new_colleague_gets_a_password_that_is_shown_once() {
        String password = create("SCREENER", "POLICY_EDITOR");

        assertThat(boss.get("/staff/accounts").body()).contains(name).doesNotContain(password);
        assertThat(colleague().roles()).containsExactly(Role.SCREENER, Role.POLICY_EDITOR);
        Visitor visitor = new Visitor(port);
        assertThat(visitor.target(visitor.logIn(name, password))).isEqualTo("/staff");
        assertThat(visitor.target(visitor.get("/staff"))).isEqualTo("/staff/password");
        assertThat(audit.newest(2).get(1).detail()).isEqualTo("{\"roles\":[\"SCREENER\",\"POLICY_EDITOR\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', SCREENER, 使えません",
        "ab, SCREENER, 使えません",
        "<script>alert(1)</script>, SCREENER, 使えません",
        "good-name, '', 権限が選ばれていません",
        "good-name, EMPEROR, 権限が選ばれていません",
        "ＡＤＭＩＮ, SCREENER, すでに使われています"
    })
    void what_is_wrong_with_a_new_account_is_said_and_what_was_typed_stays(String username, String role, String why) {
        HttpResponse<String> refused = boss.post("/staff/accounts", "username", username, "roles", role);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(why).doesNotContain("<script>alert");
        assertThat(accounts.byUsername("good-name")).isEmpty();
    }

    @Test
    void a_closed_account_cannot_log_in_until_it_is_opened_again() {
        create("SCREENER");
        accounts.changePassword(colleague(), "soba-udon-ramen");
        String account = "/staff/accounts/" + colleague().id();

        boss.post(account, "roles", "SCREENER");
        assertThat(new Visitor(port).logIn(name, "soba-udon-ramen").statusCode())
                .isEqualTo(401);

        boss.post(account, "roles", "SCREENER", "enabled", "true");
        assertThat(new Visitor(port).logIn(name, "soba-udon-ramen").statusCode())
                .isEqualTo(302);
    }

    @Test
    void a_renewed_password_takes_the_place_of_the_old_one() {
        create("SCREENER");
        accounts.changePassword(colleague(), "soba-udon-ramen");

        boss.post("/staff/accounts/" + colleague().id() + "/password");

        assertThat(boss.get("/staff/accounts").body()).contains(name + " さんのパスワードを発行しました");
        assertThat(new Visitor(port).logIn(name, "soba-udon-ramen").statusCode())
                .isEqualTo(401);
        assertThat(colleague().mustChangePassword()).isTrue();
    }

    @Test
    void the_last_administrator_cannot_be_closed() {
        List<Account> others = accounts.all().stream()
                .filter(account -> account.roles().contains(Role.ADMINISTRATOR) && account.enabled())
                .toList();
        Account last = others.get(others.size() - 1);
        others.stream()
                .filter(account -> !account.equals(last))
                .forEach(account -> accounts.change(Audit.SYSTEM, account, Set.of(Role.SCREENER), true));
        accounts.resetPassword(Audit.SYSTEM, last, "unimportant-password");
        accounts.changePassword(accounts.byId(last.id()).orElseThrow(), "soba-udon-ramen");
        Visitor visitor = new Visitor(port);
        visitor.logIn(last.username(), "soba-udon-ramen");
        visitor.get("/staff/accounts");

        visitor.post("/staff/accounts/" + last.id(), "roles", "SCREENER", "enabled", "true");

        assertThat(visitor.get("/staff/accounts").body()).contains("ログインできる管理者がいなくなってしまいます");
        assertThat(accounts.byId(last.id()).orElseThrow().roles()).contains(Role.ADMINISTRATOR);
    }

    @Test
    void an_account_that_does_not_exist_says_so_in_words() {
        HttpResponse<String> missing =
                boss.post("/staff/accounts/00000000-0000-0000-0000-000000000000", "roles", "SCREENER");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("ページが見つかりません");
        assertThat(boss.post("/staff/accounts/not-an-id", "roles", "SCREENER").statusCode())
                .isEqualTo(400);
        assertThat(boss.get("/staff/nowhere").body()).contains("ページが見つかりません");
    }

    @Test
    void the_log_of_what_was_done_names_members_and_says_that_it_is_whole() {
        create("SCREENER");
        assertThat(boss.get("/staff/audit?check=true").body()).contains(name, "職員の登録", "記録は、書かれたときのままです");
    }

    @Test
    void an_account_is_deleted_only_once_it_is_closed_and_the_log_keeps_its_number() {
        create("SCREENER");
        String address = "/staff/accounts/" + colleague().id();
        boss.post(address + "/delete");
        assertThat(boss.get("/staff/accounts").body()).contains("ほかの管理者が先に変更しました");
        String id = colleague().id().toString();

        boss.post(address, "roles", "SCREENER");
        boss.get("/staff/accounts");
        boss.post(address + "/delete");

        assertThat(boss.get("/staff/accounts").body()).contains("登録を削除しました").doesNotContain(name + "<");
        assertThat(accounts.byUsername(name)).isEmpty();
        assertThat(audit.newest(1).get(0).action()).isEqualTo("ACCOUNT_DELETED");
        assertThat(audit.newest(1).get(0).subject().id()).isEqualTo(id);
        assertThat(audit.firstBroken()).isEmpty();
    }
}
