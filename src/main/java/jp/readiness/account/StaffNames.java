package jp.readiness.account;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The front door for pages that say who of the staff did something, of whom only the id is kept. */
@Service
public class StaffNames {

    private final Accounts accounts;

    StaffNames(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Id of the account → username. */
    public Map<String, String> byId() {
        return accounts.all().stream()
                .collect(Collectors.toMap(account -> account.id().toString(), Account::username));
    }

    /** What is no id of an account, such as "system", stays as it is. */
    public String of(String actor) {
        try {
            return accounts.byId(UUID.fromString(actor)).map(Account::username).orElse(actor);
        } catch (IllegalArgumentException e) {
            return actor;
        }
    }
}
