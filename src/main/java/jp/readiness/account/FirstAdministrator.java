package jp.readiness.account;

import java.util.Set;
import jp.readiness.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The first start makes one administrator, whose one-time password stands in the log once. An office that has lost every
 * administrator's password gets a new one by a start with {@code readiness.renew-administrator=true}.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

    static final String USERNAME = "admin";

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final boolean renew;

    FirstAdministrator(
            Accounts accounts, Passwords passwords, @Value("${readiness.renew-administrator:false}") boolean renew) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.renew = renew;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String password = passwords.oneTime();
        if (accounts.isEmpty() ? create(password) : renew && renew(password)) {
            say(password);
        }
    }

    private boolean create(String password) {
        try {
            accounts.create(Audit.SYSTEM, USERNAME, Set.of(Role.ADMINISTRATOR), password);
            return true;
        } catch (DuplicateKeyException e) {
            // another server on the same database was first; its log has the password
            return false;
        }
    }

    private boolean renew(String password) {
        return accounts.byUsername(USERNAME)
                .map(account -> account.with(Set.of(Role.ADMINISTRATOR), true))
                .map(account -> accounts.resetPassword(Audit.SYSTEM, account, password))
                .orElseGet(() -> create(password));
    }

    private static void say(String password) {
        log.warn("""


                ================================================================
                職員ページの最初の管理者 / the first administrator of the staff pages
                  ユーザー名 / username            : {}
                  一度だけのパスワード / one-time password: {}
                この表示は一度きりです。/staff にログインして、すぐに変更してください。
                Shown only once. Log in at /staff and change it at once.
                ================================================================
                """, USERNAME, password);
    }
}
