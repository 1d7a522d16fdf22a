package jp.readiness.account;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with accounts; each act and its trace in the audit log stay or go together. */
@Service
class Accounts {

    private final AccountRepository repository;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    Accounts(AccountRepository repository, Passwords passwords, Audit audit, Clock clock) {
        this.repository = repository;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isEmpty() {
        return repository.isEmpty();
    }

    Optional<Account> byUsername(String folded) {
        return repository.byUsername(folded);
    }

    Optional<Account> byId(UUID id) {
        return repository.byId(id);
    }

    List<Account> all() {
        return repository.all();
    }

    /**
     * Makes an account whose password must be changed at the first log-in.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the username is taken
     */
    @Transactional
    public void create(String actor, String username, Set<Role> roles, String oneTimePassword) {
        Account account = new Account(
                UUID.randomUUID(),
                username,
                passwords.hash(oneTimePassword),
                roles,
                true,
                true,
                now(),
                Optional.empty(),
                1);
        repository.insert(account);
        audit.record(actor, "ACCOUNT_CREATED", account.subject(), Map.of("roles", account.roles()));
    }

    /** The member has chosen a password. */
    @Transactional
    public Optional<StaffMember> changePassword(Account account, String password) {
        return update(
                        account.id().toString(),
                        "PASSWORD_CHANGED",
                        account.with(passwords.hash(password), false),
                        Map.of())
                .map(Account::member);
    }

    /** Somebody else has given the member a one-time password. */
    @Transactional
    public boolean resetPassword(String actor, Account account, String oneTimePassword) {
        return update(actor, "PASSWORD_RESET", account.with(passwords.hash(oneTimePassword), true), Map.of())
                .isPresent();
    }

    /**
     * Other roles, or closed or opened again.
     *
     * @return false if somebody else has changed the account since it was read
     * @throws LastAdministrator if nobody would be left who can make accounts
     */
    @Transactional
    public boolean change(String actor, Account account, Set<Role> roles, boolean enabled) {
        Account wanted = account.with(roles, enabled);
        Map<String, ?> detail = Map.of("roles", wanted.roles(), "enabled", enabled);
        boolean changed = update(actor, "ACCOUNT_CHANGED", wanted, detail).isPresent();
        // the trace just written holds the lock of the audit log: two who close each other are counted one by one
        if (changed && repository.administrators() == 0) {
            throw new LastAdministrator();
        }
        return changed;
    }

    /**
     * Deletes an account that is closed, with its keys. The audit log keeps its id alone.
     *
     * @return false if it is open
     */
    @Transactional
    public boolean delete(String actor, Account account) {
        boolean deleted = repository.deleteClosed(account.id());
        if (deleted) {
            audit.record(actor, "ACCOUNT_DELETED", account.subject(), Map.of());
        }
        return deleted;
    }

    /** The accounts that are used by sign-in at a provider. */
    Set<UUID> linked() {
        return repository.linked();
    }

    @Transactional
    public StaffMember loggedIn(Account account) {
        repository.loggedIn(account.id(), now());
        audit.record(account.id().toString(), "LOG_IN", account.subject(), Map.of());
        return account.member();
    }

    @Transactional
    public void loggedOut(StaffMember member) {
        String id = member.id().toString();
        audit.record(id, "LOG_OUT", new Subject("account", id), Map.of());
    }

    /** What was typed is not kept where no account has that name: people type passwords into the wrong field. */
    @Transactional
    public void logInRefused(Optional<Account> account, String action) {
        Subject subject = account.map(Account::subject).orElse(new Subject("account", Audit.UNKNOWN));
        audit.record(Audit.UNKNOWN, action, subject, Map.of());
    }

    private Optional<Account> update(String actor, String action, Account changed, Map<String, ?> detail) {
        if (!repository.update(changed)) {
            return Optional.empty();
        }
        audit.record(actor, action, changed.subject(), detail);
        return repository.byId(changed.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
