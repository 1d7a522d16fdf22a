package jp.readiness.account;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.audit.Subject;

/**
 * A staff member's account as it is kept.
 *
 * @param username folded: see {@link Username}
 * @param revision counts the changes that end every log-in made before them: password, roles, enabled
 */
record Account(
        UUID id,
        String username,
        String passwordHash,
        Set<Role> roles,
        boolean mustChangePassword,
        boolean enabled,
        Instant createdAt,
        Optional<Instant> lastLogIn,
        long revision) {

    static final Comparator<Account> BY_NAME = Comparator.comparing(Account::username);

    Account {
        EnumSet<Role> sorted = EnumSet.noneOf(Role.class);
        sorted.addAll(roles);
        roles = Collections.unmodifiableSet(sorted);
    }

    /** This account with another password. */
    Account with(String hash, boolean mustChange) {
        return new Account(id, username, hash, roles, mustChange, enabled, createdAt, lastLogIn, revision);
    }

    Account with(Set<Role> newRoles, boolean nowEnabled) {
        return new Account(
                id, username, passwordHash, newRoles, mustChangePassword, nowEnabled, createdAt, lastLogIn, revision);
    }

    StaffMember member() {
        return new StaffMember(id, username, roles, mustChangePassword, revision);
    }

    Subject subject() {
        return new Subject("account", id.toString());
    }
}
