package jp.readiness.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("select count(*) from staff_account").query(Long.class).single() == 0;
    }

    Optional<Account> byUsername(String folded) {
        return jdbc.sql("select * from staff_account where username = ?")
                .param(folded)
                .query(this::account)
                .optional();
    }

    Optional<Account> byId(UUID id) {
        return jdbc.sql("select * from staff_account where id = ?")
                .param(id)
                .query(this::account)
                .optional();
    }

    /** Whom a provider knows by that subject. */
    Optional<Account> byIdentity(String issuer, String subject) {
        return jdbc.sql("select a.* from staff_account a join staff_identity i on i.account_id = a.id"
                        + " where i.issuer = ? and i.subject = ?")
                .params(issuer, subject)
                .query(this::account)
                .optional();
    }

    void link(String issuer, String subject, UUID accountId) {
        jdbc.sql("insert into staff_identity (issuer, subject, account_id) values (?, ?, ?)")
                .params(issuer, subject, accountId)
                .update();
    }

    /** The accounts that a provider knows. */
    Set<UUID> linked() {
        return Set.copyOf(jdbc.sql("select distinct account_id from staff_identity")
                .query(UUID.class)
                .list());
    }

    /** Deletes the account with its roles, its keys and what a provider knows it by; false if it is open. */
    boolean deleteClosed(UUID id) {
        return jdbc.sql("delete from staff_account where id = ? and not enabled")
                        .param(id)
                        .update()
                == 1;
    }

    List<Account> all() {
        return jdbc.sql("select * from staff_account order by username")
                .query(this::account)
                .list();
    }

    /** How many administrators can log in. */
    long administrators() {
        return jdbc.sql("select count(*) from staff_account a join staff_role r on r.account_id = a.id"
                        + " where a.enabled and r.role = ?")
                .param(Role.ADMINISTRATOR.name())
                .query(Long.class)
                .single();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the username is taken */
    void insert(Account account) {
        jdbc.sql("insert into staff_account (id, username, password_hash, must_change_password, enabled, created_at,"
                        + " revision) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        account.id(),
                        account.username(),
                        account.passwordHash(),
                        account.mustChangePassword(),
                        account.enabled(),
                        time(account.createdAt()),
                        account.revision())
                .update();
        insertRoles(account);
    }

    /**
     * Keeps password, roles and enabled with the next revision.
     *
     * @param changed holds the revision it was read with
     * @return false if the account was changed by somebody else since; then nothing is kept
     */
    boolean update(Account changed) {
        int rows = jdbc.sql("update staff_account set password_hash = ?, must_change_password = ?, enabled = ?,"
                        + " revision = revision + 1 where id = ? and revision = ?")
                .params(
                        changed.passwordHash(),
                        changed.mustChangePassword(),
                        changed.enabled(),
                        changed.id(),
                        changed.revision())
                .update();
        if (rows == 1) {
            jdbc.sql("delete from staff_role where account_id = ?")
                    .param(changed.id())
                    .update();
            insertRoles(changed);
        }
        return rows == 1;
    }

    void loggedIn(UUID id, Instant at) {
        jdbc.sql("update staff_account set last_log_in = ? where id = ?")
                .params(time(at), id)
                .update();
    }

    private void insertRoles(Account account) {
        for (Role role : account.roles()) {
            jdbc.sql("insert into staff_role (account_id, role) values (?, ?)")
                    .params(account.id(), role.name())
                    .update();
        }
    }

    private Account account(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Account(
                id,
                row.getString("username"),
                row.getString("password_hash"),
                roles(id),
                row.getBoolean("must_change_password"),
                row.getBoolean("enabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_log_in", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("revision"));
    }

    private Set<Role> roles(UUID id) {
        Set<Role> roles = new HashSet<>();
        jdbc.sql("select role from staff_role where account_id = ?")
                .param(id)
                .query(String.class)
                .list()
                .forEach(name -> roles.add(Role.valueOf(name)));
        return roles;
    }

    private static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
