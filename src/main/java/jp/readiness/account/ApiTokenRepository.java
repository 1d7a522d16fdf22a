package jp.readiness.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiTokenRepository {

    private final JdbcClient jdbc;

    ApiTokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiToken token, String secretHash) {
        jdbc.sql("insert into api_token (id, account_id, name, secret_hash, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        token.accountId(),
                        token.name(),
                        secretHash,
                        time(token.createdAt()),
                        time(token.expiresAt()))
                .update();
    }

    Optional<ApiToken> bySecretHash(String hash) {
        return jdbc.sql("select * from api_token where secret_hash = ?")
                .param(hash)
                .query(ApiTokenRepository::token)
                .optional();
    }

    Optional<ApiToken> byId(UUID id) {
        return jdbc.sql("select * from api_token where id = ?")
                .param(id)
                .query(ApiTokenRepository::token)
                .optional();
    }

    /** The newest first. */
    List<ApiToken> all() {
        return jdbc.sql("select * from api_token order by created_at desc, id")
                .query(ApiTokenRepository::token)
                .list();
    }

    List<ApiToken> ofAccount(UUID accountId) {
        return jdbc.sql("select * from api_token where account_id = ? order by created_at desc, id")
                .param(accountId)
                .query(ApiTokenRepository::token)
                .list();
    }

    void used(UUID id, Instant at) {
        jdbc.sql("update api_token set last_used_at = ? where id = ?")
                .params(time(at), id)
                .update();
    }

    /** @return false if it was revoked before */
    boolean revoke(UUID id, Instant at) {
        return jdbc.sql("update api_token set revoked_at = ? where id = ? and revoked_at is null")
                        .params(time(at), id)
                        .update()
                == 1;
    }

    private static ApiToken token(ResultSet row, int number) throws SQLException {
        return new ApiToken(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
