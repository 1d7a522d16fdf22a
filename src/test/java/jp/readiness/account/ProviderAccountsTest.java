package jp.readiness.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jp.readiness.SettableClock;
import jp.readiness.TestDatabase;
import jp.readiness.account.SignInSettings.FirstLogIn;
import jp.readiness.audit.TestAudit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of those whom a provider lets in, on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ProviderAccountsTest {

    private final DataSource database;
    private final AccountRepository repository;
    private final Clock clock = new SettableClock();

    ProviderAccountsTest(TestDatabase kind) {
        database = kind.migrated();
        repository = new AccountRepository(JdbcClient.create(database));
    }

    private static SignInSettings settings(FirstLogIn first, String... screeners) {
        return new SignInSettings(
                "https://id.example",
                "readiness",
                "secret",
                "",
                List.of(),
                "preferred_username",
                "groups",
                new SignInSettings.Groups(List.of(screeners), List.of(), List.of(), List.of()),
                first,
                "RS256");
    }

    private StaffMember logIn(SignInSettings settings, String subject, Map<String, Object> claims) {
        return new ProviderAccounts(repository, new Passwords(), TestAudit.on(database), clock, settings)
                .logIn(ProviderClaims.of("https://id.example", subject, claims, settings));
    }

    private ProviderAccounts.Refusal refusal(SignInSettings settings, String subject, Map<String, Object> claims) {
        return catchThrowableOfType(ProviderAccounts.Refused.class, () -> logIn(settings, subject, claims))
                .why();
    }

    private static Map<String, Object> named(String username) {
        return Map.of("preferred_username", username);
    }

    @Test
    void the_same_person_gets_the_same_account_also_under_a_new_name() {
        SignInSettings open = settings(FirstLogIn.CREATE);
        StaffMember first = logIn(open, "42", named("Sato"));
        StaffMember second = logIn(open, "42", named("Yamada"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.username()).isEqualTo("sato");
        assertThat(repository.linked()).containsExactly(first.id());
    }

    @Test
    void where_nobody_is_let_in_unknown_an_administrator_makes_the_account_first() {
        SignInSettings closed = settings(FirstLogIn.REFUSE);
        assertThat(refusal(closed, "42", named("sato"))).isEqualTo(ProviderAccounts.Refusal.UNKNOWN);
        assertThat(repository.all()).isEmpty();

        repository.insert(new Account(
                UUID.randomUUID(),
                "sato",
                "{noop}x",
                Set.of(Role.SCREENER),
                true,
                true,
                clock.instant(),
                Optional.empty(),
                1));
        StaffMember member = logIn(closed, "42", named("sato"));

        assertThat(member.roles()).containsExactly(Role.SCREENER);
        assertThat(member.mustChangePassword()).isFalse();
        assertThat(refusal(closed, "43", named("sato"))).isEqualTo(ProviderAccounts.Refusal.TAKEN);
    }

    @Test
    void a_name_that_cannot_be_a_username_gives_way_to_the_address_of_mail() {
        SignInSettings open = settings(FirstLogIn.CREATE);
        StaffMember member = logIn(open, "1", Map.of("preferred_username", "佐藤 花子", "email", "Hanako@example.jp"));

        assertThat(member.username()).isEqualTo("hanako@example.jp");
        assertThat(refusal(open, "2", Map.of("preferred_username", "x"))).isEqualTo(ProviderAccounts.Refusal.NAMELESS);
    }

    @Test
    void without_a_mapping_roles_are_those_of_the_accounts_page() {
        SignInSettings open = settings(FirstLogIn.CREATE);
        StaffMember member = logIn(open, "42", named("sato"));
        assertThat(member.roles()).isEmpty();

        Account account = repository.byId(member.id()).orElseThrow();
        repository.update(account.with(Set.of(Role.POLICY_EDITOR), true));

        assertThat(logIn(open, "42", named("sato")).roles()).containsExactly(Role.POLICY_EDITOR);
    }

    @Test
    void groups_may_be_a_list_or_words_and_lie_inside_other_claims() {
        SignInSettings mapped = settings(FirstLogIn.CREATE, "office");
        assertThat(logIn(mapped, "1", Map.of("preferred_username", "one", "groups", List.of("office")))
                        .roles())
                .containsExactly(Role.SCREENER);
        assertThat(logIn(mapped, "2", Map.of("preferred_username", "two", "groups", "a office"))
                        .roles())
                .containsExactly(Role.SCREENER);
        assertThat(logIn(mapped, "2", Map.of("preferred_username", "two", "groups", 7))
                        .roles())
                .isEmpty();
    }
}
