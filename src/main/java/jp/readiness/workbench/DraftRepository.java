package jp.readiness.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.readiness.workbench.Draft.Origin;
import jp.readiness.workbench.Draft.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps drafts and their files. */
@Repository
class DraftRepository {

    private static final String DRAFTS = """
            select id, programme, edition, base_hash, state, origin, reason, remark, created_by, submitted_by, live_from,
                   approved_by, changed_at, revision
            from draft
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DraftRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID insert(
            String actor,
            String programme,
            String edition,
            Optional<String> base,
            Origin origin,
            Map<String, String> files) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into draft (id, programme, edition, base_hash, state, origin, reason, remark, created_by, created_at,
                                   changed_at, revision)
                values (:id, :programme, :edition, :base, :state, :origin, '', '', :actor, :now, :now, 1)
                """)
                .param("id", id)
                .param("programme", programme)
                .param("edition", edition)
                .param("base", base.orElse(null))
                .param("state", State.EDITING.name())
                .param("origin", origin.name())
                .param("actor", actor)
                .param("now", now())
                .update();
        files.forEach((name, text) -> jdbc.sql("insert into draft_file values (?, ?, ?, 1, ?, ?)")
                .params(id, name, text, actor, now())
                .update());
        return id;
    }

    Optional<Draft> byId(UUID id) {
        return jdbc.sql(DRAFTS + " where id = ?")
                .param(id)
                .query(DraftRepository::draft)
                .optional();
    }

    /** The draft, locked until the transaction ends. */
    Optional<Draft> locked(UUID id) {
        return jdbc.sql(DRAFTS + " where id = ? for update")
                .param(id)
                .query(DraftRepository::draft)
                .optional();
    }

    /** Drafts that are neither published nor discarded, changed last first. */
    List<Draft> open() {
        return jdbc.sql(DRAFTS + " where state in ('EDITING', 'SUBMITTED', 'APPROVED') order by changed_at desc, id")
                .query(DraftRepository::draft)
                .list();
    }

    List<DraftFile> files(UUID draft) {
        return jdbc.sql("select name, text, revision, changed_by, changed_at from draft_file where draft_id = ?")
                .param(draft)
                .query((row, number) -> new DraftFile(
                        row.getString("name"),
                        row.getString("text"),
                        row.getLong("revision"),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @return false if the file is not at that revision any more */
    boolean save(String actor, UUID draft, String name, String text, long revision) {
        int changed =
                jdbc.sql("""
                update draft_file set text = ?, revision = revision + 1, changed_by = ?, changed_at = ?
                where draft_id = ? and name = ? and revision = ?
                """).params(text, actor, now(), draft, name, revision).update();
        if (changed == 1) {
            jdbc.sql("update draft set changed_at = ? where id = ?")
                    .params(now(), draft)
                    .update();
            note(actor, draft);
        }
        return changed == 1;
    }

    /** A file that the draft did not have, empty until somebody writes into it. */
    void add(String actor, UUID draft, String name) {
        jdbc.sql("insert into draft_file values (?, ?, '', 1, ?, ?)")
                .params(draft, name, actor, now())
                .update();
    }

    private void note(String actor, UUID draft) {
        if (!editors(draft).contains(actor)) {
            jdbc.sql("insert into draft_editor values (?, ?)")
                    .params(draft, actor)
                    .update();
        }
    }

    /** Everybody who changed a text of it. */
    Set<String> editors(UUID draft) {
        return new TreeSet<>(jdbc.sql("select account from draft_editor where draft_id = ?")
                .param(draft)
                .query(String.class)
                .list());
    }

    /** Changes the state of a draft that is locked. */
    void turn(Draft draft, State state, String reason, String remark, Optional<String> submittedBy) {
        jdbc.sql("""
                update draft set state = ?, reason = ?, remark = ?, submitted_by = ?, changed_at = ?, revision = revision + 1
                where id = ?
                """)
                .param(state.name())
                .param(reason)
                .param(remark)
                .param(submittedBy.orElse(null))
                .param(now())
                .param(draft.id())
                .update();
    }

    /** From which day a draft that is locked should be live. */
    void schedule(Draft draft, Optional<LocalDate> liveFrom) {
        jdbc.sql("update draft set live_from = :day where id = :id")
                .param("day", liveFrom.orElse(null))
                .param("id", draft.id())
                .update();
    }

    /** Who approved a draft that is locked and waits for its day; empty for nobody any more. */
    void approved(Draft draft, Optional<String> by) {
        jdbc.sql("update draft set approved_by = :by where id = :id")
                .param("by", by.orElse(null))
                .param("id", draft.id())
                .update();
    }

    /** Approved drafts whose day has come. */
    List<Draft> due(LocalDate today) {
        return jdbc.sql(DRAFTS + " where state = 'APPROVED' and live_from <= ? order by live_from, id")
                .param(today)
                .query(DraftRepository::draft)
                .list();
    }

    void rebase(Draft draft, String base) {
        jdbc.sql("update draft set base_hash = ?, revision = revision + 1 where id = ?")
                .params(base, draft.id())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getString("edition"),
                Optional.ofNullable(row.getString("base_hash")),
                State.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getString("reason"),
                row.getString("remark"),
                row.getString("created_by"),
                Optional.ofNullable(row.getString("submitted_by")),
                Optional.ofNullable(row.getObject("live_from", LocalDate.class)),
                Optional.ofNullable(row.getString("approved_by")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("revision"));
    }
}
