package jp.readiness.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.audit.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with the keys of programs; each act and its trace in the audit log stay or go together. */
@Service
class ApiTokens {

    /** So that a program which calls every second writes no row every second. */
    private static final Duration USE_IS_KEPT_EVERY = Duration.ofMinutes(1);

    private final ApiTokenRepository repository;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(ApiTokenRepository repository, Accounts accounts, Audit audit, Clock clock) {
        this.repository = repository;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param secret is kept nowhere */
    record Made(ApiToken token, String secret) {}

    /** Who calls, and by which key. */
    record Caller(StaffMember member, ApiToken token) {}

    /** Makes a key for the owner of an account. */
    @Transactional
    public Made make(String actor, UUID accountId, String name, Duration lifetime) {
        Instant now = now();
        String secret = TokenSecret.random();
        ApiToken token = new ApiToken(
                UUID.randomUUID(), accountId, name, now, now.plus(lifetime), Optional.empty(), Optional.empty());
        repository.insert(token, TokenSecret.hash(secret));
        audit.record(
                actor,
                "TOKEN_MADE",
                token.subject(),
                Map.of("account", accountId.toString(), "days", lifetime.toDays()));
        return new Made(token, secret);
    }

    /** Takes a key back; one that was taken back already stays so. */
    @Transactional
    public void revoke(String actor, ApiToken token) {
        if (repository.revoke(token.id(), now())) {
            audit.record(actor, "TOKEN_REVOKED", token.subject(), Map.of("account", token.accountId()));
        }
    }

    /**
     * Whoever holds that key acts with the roles that its owner has now. A key opens nothing once it is revoked or
     * expired, or while its owner may not log in or has still to choose a password.
     */
    @Transactional
    public Optional<Caller> caller(String secret) {
        Instant now = now();
        return Optional.of(secret)
                .filter(TokenSecret::isWellFormed)
                .map(TokenSecret::hash)
                .flatMap(repository::bySecretHash)
                .filter(token -> token.stateAt(now) == ApiToken.State.USABLE)
                .flatMap(token -> owner(token).map(member -> new Caller(member, token)))
                .map(caller -> used(caller, now));
    }

    private Optional<StaffMember> owner(ApiToken token) {
        return accounts.byId(token.accountId())
                .filter(account -> account.enabled() && !account.mustChangePassword())
                .map(Account::member);
    }

    private Caller used(Caller caller, Instant now) {
        boolean keptLately = caller.token()
                .lastUsedAt()
                .filter(last -> last.plus(USE_IS_KEPT_EVERY).isAfter(now))
                .isPresent();
        if (!keptLately) {
            repository.used(caller.token().id(), now);
        }
        return caller;
    }

    Optional<ApiToken> byId(UUID id) {
        return repository.byId(id);
    }

    /** Those of that member, or everybody's for an administrator; the newest first. */
    List<ApiToken> seenBy(StaffMember member) {
        return member.roles().contains(Role.ADMINISTRATOR) ? repository.all() : repository.ofAccount(member.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
