package jp.readiness.account;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import jp.readiness.Visitor;
import jp.readiness.audit.Audit;
import org.springframework.stereotype.Component;

/** Staff for tests of other packages. */
@Component
public class TestStaff {

    public static final String PASSWORD = "soba-udon-ramen";

    private final Accounts accounts;
    private final ApiTokens tokens;

    TestStaff(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** A new member of that role who has chosen the {@link #PASSWORD}; gives the username. */
    public String member(Role role) {
        String username = "member-" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(Audit.SYSTEM, username, Set.of(role), "unimportant-password");
        accounts.changePassword(accounts.byUsername(username).orElseThrow(), PASSWORD);
        return username;
    }

    /** A key for programs that act for a new member of that role. */
    public String token(Role role) {
        Account owner = accounts.byUsername(member(role)).orElseThrow();
        return tokens.make(Audit.SYSTEM, owner.id(), "for a test", Duration.ofDays(365))
                .secret();
    }

    /** The visitor, logged in as a new member of that role. */
    public Visitor loggedIn(Visitor visitor, Role role) {
        visitor.logIn(member(role), PASSWORD);
        return visitor;
    }
}
