package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccountRepositoryTest {

    private static final Instant CREATED = Instant.parse("2026-11-22T01:02:03.456Z");

    private final AccountRepository accounts;

    AccountRepositoryTest(TestDatabase kind) {
        accounts = new AccountRepository(JdbcClient.create(kind.migrated()));
    }

    private Account add(String username, Role... roles) {
        Account account = new Account(
                UUID.randomUUID(), username, "{noop}x", Set.of(roles), true, true, CREATED, Optional.empty(), 1);
        accounts.insert(account);
        return account;
    }

    @Test
    void an_account_comes_back_as_it_was_kept() {
        assertThat(accounts.isEmpty()).isTrue();
        Account sato = add("佐藤", Role.SCREENER, Role.POLICY_EDITOR);
        Account admin = add("admin", Role.ADMINISTRATOR);

        assertThat(accounts.isEmpty()).isFalse();
        assertThat(accounts.byUsername("佐藤")).contains(sato);
        assertThat(accounts.byId(admin.id())).contains(admin);
        assertThat(accounts.byUsername("nobody")).isEmpty();
        assertThat(accounts.all()).containsExactly(admin, sato);
    }

    @Test
    void a_username_is_there_once() {
        add("admin");
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> add("admin"));
    }

    @Test
    void the_second_of_two_changes_of_the_same_state_is_refused() {
        Account read = add("admin", Role.ADMINISTRATOR);

        assertThat(accounts.update(read.with("{noop}first", false))).isTrue();
        assertThat(accounts.update(read.with(Set.of(Role.SCREENER), false))).isFalse();

        Account kept = accounts.byId(read.id()).orElseThrow();
        assertThat(kept.passwordHash()).isEqualTo("{noop}first");
        assertThat(kept.roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(kept.revision()).isEqualTo(2);
    }

    @Test
    void only_administrators_who_can_log_in_count() {
        add("sato", Role.SCREENER);
        Account admin = add("admin", Role.ADMINISTRATOR);
        assertThat(accounts.administrators()).isEqualTo(1);

        accounts.update(admin.with(admin.roles(), false));
        assertThat(accounts.administrators()).isZero();
    }

    @Test
    void a_log_in_is_remembered_and_ends_no_other() {
        Account admin = add("admin", Role.ADMINISTRATOR);
        accounts.loggedIn(admin.id(), CREATED.plusSeconds(9));

        Account kept = accounts.byId(admin.id()).orElseThrow();
        assertThat(kept.lastLogIn()).contains(CREATED.plusSeconds(9));
        assertThat(kept.revision()).isEqualTo(1);
    }
}
