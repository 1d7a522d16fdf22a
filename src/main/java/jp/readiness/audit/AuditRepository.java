package jp.readiness.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditRepository {

    private static final String EVENTS =
            "select id, at, actor, action, subject_type, subject_id, detail, previous_hash, hash from audit_event";

    private final JdbcClient jdbc;

    AuditRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of the chain, locked until the transaction ends: two who append at once do so one after the other. */
    Link lockEnd() {
        return jdbc.sql("select last_id, last_hash from audit_head where one = 1 for update")
                .query((row, number) -> new Link(row.getLong("last_id"), row.getString("last_hash")))
                .single();
    }

    void append(AuditEvent event) {
        jdbc.sql("insert into audit_event values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        event.id(),
                        OffsetDateTime.ofInstant(event.at(), ZoneOffset.UTC),
                        event.actor(),
                        event.action(),
                        event.subject().type(),
                        event.subject().id(),
                        event.detail(),
                        event.previousHash(),
                        event.hash())
                .update();
        jdbc.sql("update audit_head set last_id = ?, last_hash = ? where one = 1")
                .params(event.id(), event.hash())
                .update();
    }

    List<AuditEvent> newest(int limit) {
        return jdbc.sql(EVENTS + " order by id desc limit ?")
                .param(limit)
                .query(AuditRepository::event)
                .list();
    }

    boolean holds(String action, Subject subject, Instant since) {
        return jdbc.sql("select count(*) from audit_event"
                                + " where subject_id = ? and subject_type = ? and action = ? and at >= ?")
                        .params(subject.id(), subject.type(), action, OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** In order, a row at a time: the chain may be longer than memory. */
    void forEach(Consumer<AuditEvent> look) {
        RowCallbackHandler each = row -> look.accept(event(row, 0));
        jdbc.sql(EVENTS + " order by id").withFetchSize(1000).query(each);
    }

    private static AuditEvent event(ResultSet row, int number) throws SQLException {
        return new AuditEvent(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                new Subject(row.getString("subject_type"), row.getString("subject_id")),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
