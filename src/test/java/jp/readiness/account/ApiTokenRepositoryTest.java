package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys of programs on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ApiTokenRepositoryTest {

    private static final Instant MADE = Instant.parse("2026-11-22T01:02:03.456Z");

    private final AccountRepository accounts;
    private final ApiTokenRepository tokens;

    ApiTokenRepositoryTest(TestDatabase kind) {
        JdbcClient jdbc = JdbcClient.create(kind.migrated());
        accounts = new AccountRepository(jdbc);
        tokens = new ApiTokenRepository(jdbc);
    }

    private UUID account(String username) {
        UUID id = UUID.randomUUID();
        accounts.insert(
                new Account(id, username, "{noop}x", Set.of(Role.SCREENER), false, true, MADE, Optional.empty(), 1));
        return id;
    }

    private ApiToken add(UUID account, String hash, Instant made) {
        ApiToken token = new ApiToken(
                UUID.randomUUID(),
                account,
                "基幹 <b>",
                made,
                made.plus(Duration.ofDays(30)),
                Optional.empty(),
                Optional.empty());
        tokens.insert(token, hash);
        return token;
    }

    @Test
    void a_token_is_found_by_the_hash_of_its_secret_and_comes_back_as_it_was_kept() {
        ApiToken token = add(account("sato"), "a".repeat(64), MADE);

        assertThat(tokens.bySecretHash("a".repeat(64))).contains(token);
        assertThat(tokens.byId(token.id())).contains(token);
        assertThat(tokens.bySecretHash("b".repeat(64))).isEmpty();
    }

    @Test
    void tokens_are_listed_newest_first_each_with_its_owner() {
        UUID sato = account("sato");
        ApiToken first = add(sato, "1".repeat(64), MADE);
        ApiToken second = add(sato, "2".repeat(64), MADE.plusSeconds(1));
        ApiToken other = add(account("ito"), "3".repeat(64), MADE.plusSeconds(2));

        assertThat(tokens.ofAccount(sato)).containsExactly(second, first);
        assertThat(tokens.all()).containsExactly(other, second, first);
    }

    @Test
    void use_and_the_first_revocation_are_remembered() {
        ApiToken token = add(account("sato"), "a".repeat(64), MADE);

        tokens.used(token.id(), MADE.plusSeconds(5));
        assertThat(tokens.revoke(token.id(), MADE.plusSeconds(9))).isTrue();
        assertThat(tokens.revoke(token.id(), MADE.plusSeconds(99))).isFalse();

        ApiToken kept = tokens.byId(token.id()).orElseThrow();
        assertThat(kept.lastUsedAt()).contains(MADE.plusSeconds(5));
        assertThat(kept.revokedAt()).contains(MADE.plusSeconds(9));
    }
}
