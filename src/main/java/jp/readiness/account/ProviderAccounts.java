package jp.readiness.account;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds or makes the account of somebody whom the provider has let in, and brings its roles up to date. */
@Service
class ProviderAccounts {

    private final AccountRepository repository;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;
    private final SignInSettings settings;

    ProviderAccounts(
            AccountRepository repository, Passwords passwords, Audit audit, Clock clock, SignInSettings settings) {
        this.repository = repository;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** Why somebody is not let in; the name in lower case is the end of the message's key. */
    enum Refusal {
        UNKNOWN,
        NAMELESS,
        TAKEN,
        CLOSED
    }

    static final class Refused extends RuntimeException {

        private final Refusal why;

        Refused(Refusal why) {
            super(why.name());
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }

    /** @throws Refused if nobody is to be let in by that; nothing but the trace of a closed account's try is kept */
    @Transactional(noRollbackFor = Refused.class)
    public StaffMember logIn(ProviderClaims claims) {
        Account account =
                repository.byIdentity(claims.issuer(), claims.subject()).orElseGet(() -> firstLogIn(claims));
        if (!account.enabled()) {
            audit.record(Audit.UNKNOWN, "LOG_IN_FAILED", account.subject(), Map.of("by", "provider"));
            throw new Refused(Refusal.CLOSED);
        }
        Account current = settings.mapsRoles() ? withRoles(account, settings.rolesOf(claims.groups())) : account;
        repository.loggedIn(current.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(current.id().toString(), "LOG_IN", current.subject(), Map.of("by", "provider"));
        return current.member();
    }

    private Account firstLogIn(ProviderClaims claims) {
        String username = claims.username().orElseThrow(() -> new Refused(Refusal.NAMELESS));
        Optional<Account> known = repository.byUsername(username);
        if (known.isPresent() && !isPrepared(known.get())) {
            throw new Refused(Refusal.TAKEN);
        }
        if (known.isEmpty() && settings.firstLogIn() == SignInSettings.FirstLogIn.REFUSE) {
            throw new Refused(Refusal.UNKNOWN);
        }
        Account account = known.map(this::withoutPassword).orElseGet(() -> create(username));
        repository.link(claims.issuer(), claims.subject(), account.id());
        audit.record(Audit.SYSTEM, "ACCOUNT_LINKED", account.subject(), Map.of());
        return account;
    }

    /** An account in use is never handed over to whoever bears the same name at the provider. */
    private static boolean isPrepared(Account account) {
        return account.mustChangePassword() && account.lastLogIn().isEmpty();
    }

    private Account create(String username) {
        Account account = new Account(
                UUID.randomUUID(),
                username,
                nobodysPassword(),
                Set.of(),
                false,
                true,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty(),
                1);
        repository.insert(account);
        audit.record(Audit.SYSTEM, "ACCOUNT_CREATED", account.subject(), Map.of("by", "provider"));
        return account;
    }

    private Account withoutPassword(Account account) {
        return kept(account.with(nobodysPassword(), false));
    }

    /** The provider's word counts, even for the last administrator: a start may renew one. */
    private Account withRoles(Account account, Set<Role> roles) {
        if (account.roles().equals(roles)) {
            return account;
        }
        Account changed = kept(account.with(roles, true));
        audit.record(
                Audit.SYSTEM, "ACCOUNT_CHANGED", account.subject(), Map.of("roles", changed.roles(), "by", "provider"));
        return changed;
    }

    private Account kept(Account changed) {
        if (!repository.update(changed)) {
            throw new IllegalStateException("the account was changed at the same moment");
        }
        return repository.byId(changed.id()).orElseThrow();
    }

    /** Nobody knows it; an administrator may give another. */
    private String nobodysPassword() {
        return passwords.hash(passwords.oneTime());
    }
}
