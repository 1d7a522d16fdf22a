package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import jp.readiness.SettableClock;
import jp.readiness.TestDatabase;
import jp.readiness.audit.Audit;
import jp.readiness.audit.TestAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final Pattern PASSWORD = Pattern.compile("([a-z2-9]{5}-){3}[a-z2-9]{5}");

    private final DataSource database = TestDatabase.H2.migrated();
    private final Passwords passwords = new Passwords();
    private final Audit audit = TestAudit.on(database);
    private final Accounts accounts =
            new Accounts(new AccountRepository(JdbcClient.create(database)), passwords, audit, new SettableClock());

    /** Starts, and gives the password that this start printed. */
    private Optional<String> start(boolean renew, CapturedOutput output) {
        int before = output.length();
        new FirstAdministrator(accounts, passwords, renew).run(new DefaultApplicationArguments());
        Matcher printed = PASSWORD.matcher(output.getAll().substring(before));
        return printed.find() ? Optional.of(printed.group()) : Optional.empty();
    }

    private boolean opens(Optional<String> password) {
        return passwords.fits(password.orElseThrow(), admin());
    }

    private Account admin() {
        return accounts.byUsername("admin").orElseThrow();
    }

    @Test
    void the_first_start_prints_a_password_that_must_be_changed_and_the_second_prints_none(CapturedOutput output) {
        Optional<String> printed = start(false, output);

        assertThat(opens(printed)).isTrue();
        assertThat(admin().mustChangePassword()).isTrue();
        assertThat(admin().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(audit.newest(9)).singleElement().satisfies(event -> {
            assertThat(event.actor()).isEqualTo("system");
            assertThat(event.action()).isEqualTo("ACCOUNT_CREATED");
            assertThat(event.toString()).doesNotContain(printed.orElseThrow());
        });
        assertThat(start(false, output)).isEmpty();
        assertThat(opens(printed)).isTrue();
    }

    @Test
    void a_lost_password_is_renewed_on_request(CapturedOutput output) {
        Optional<String> first = start(false, output);
        accounts.create("x", "second", Set.of(Role.ADMINISTRATOR), "unimportant-password");
        accounts.change("x", admin(), Set.of(Role.SCREENER), false);

        Optional<String> renewed = start(true, output);

        assertThat(opens(first)).isFalse();
        assertThat(opens(renewed)).isTrue();
        assertThat(admin().enabled()).isTrue();
        assertThat(admin().roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void two_servers_that_start_at_once_make_one_administrator(CapturedOutput output) {
        Accounts late =
                new Accounts(
                        new AccountRepository(JdbcClient.create(database)), passwords, audit, new SettableClock()) {
                    @Override
                    boolean isEmpty() {
                        return true;
                    }
                };
        Optional<String> first = start(false, output);
        int before = output.length();
        new FirstAdministrator(late, passwords, false).run(new DefaultApplicationArguments());

        assertThat(PASSWORD.matcher(output.getAll().substring(before)).find()).isFalse();
        assertThat(opens(first)).isTrue();
    }
}
