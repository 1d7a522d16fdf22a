package jp.readiness.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.answers.AnswerReader;
import jp.readiness.programme.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps answer sheets, the assessments given on them and the contacts of those who handed them in. Everything that
 * changes a sheet first locks its row, so that changes made at the same time follow each other and none is lost.
 */
@Repository
@Transactional
class SheetStore {

    private static final String SHEET_COLUMNS =
            "s.id, s.programme, s.edition, s.answers, s.unsure, s.unread, s.created_at, s.updated_at, s.revision";

    private static final String HANDED_IN = "select " + SHEET_COLUMNS
            + ", c.company, c.person, c.email, c.phone, c.message, c.handed_in_at"
            + " from contact c join answer_sheet s on s.id = c.sheet_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    SheetStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a sheet and gives its key to edit, which is kept nowhere. */
    String create(String programme, String edition, Answers answers) {
        String editToken = Tokens.newEditToken();
        jdbc.sql("""
                insert into answer_sheet (id, programme, edition, edit_token_hash, view_token_hash,
                                          answers, unsure, unread, created_at, updated_at, revision)
                values (:id, :programme, :edition, :edit, :view, :answers, '[]', '{}', :now, :now, 1)
                """)
                .param("id", UUID.randomUUID())
                .param("programme", programme)
                .param("edition", edition)
                .param("edit", Tokens.hash(editToken))
                .param("view", Tokens.hash(Tokens.viewToken(editToken)))
                .param("answers", JsonObjects.write(AnswerReader.values(answers)))
                .param("now", now())
                .update();
        return editToken;
    }

    @Transactional(readOnly = true)
    Optional<Sheet> byEditToken(String token) {
        return byToken("edit_token_hash", token);
    }

    @Transactional(readOnly = true)
    Optional<Sheet> byViewToken(String token) {
        return byToken("view_token_hash", token);
    }

    @Transactional(readOnly = true)
    Optional<Sheet> byId(UUID id) {
        return jdbc.sql("select " + SHEET_COLUMNS + " from answer_sheet s where s.id = :id")
                .param("id", id)
                .query(StoredRows::sheet)
                .optional();
    }

    private Optional<Sheet> byToken(String column, String token) {
        if (!Tokens.isWellFormed(token)) {
            return Optional.empty();
        }
        return jdbc.sql("select " + SHEET_COLUMNS + " from answer_sheet s where s." + column + " = :hash")
                .param("hash", Tokens.hash(token))
                .query(StoredRows::sheet)
                .optional();
    }

    /**
     * Changes the questions that have a reply and nothing else, so that two people or two windows that answer different
     * questions never undo each other's work; gives the sheet as it is then, or nothing if it was deleted.
     */
    Optional<Sheet> save(UUID sheetId, Map<String, Reply> replies) {
        Optional<Sheet> locked = lock(sheetId);
        if (replies.isEmpty()) {
            return locked;
        }
        return locked.map(sheet -> write(sheet.with(replies, now().toInstant())));
    }

    private Sheet write(Sheet sheet) {
        jdbc.sql("""
                update answer_sheet
                set answers = :answers, unsure = :unsure, unread = :unread, updated_at = :now, revision = :revision
                where id = :id
                """)
                .param("answers", JsonObjects.write(sheet.values()))
                .param("unsure", JsonObjects.write(sheet.unsure()))
                .param("unread", JsonObjects.write(sheet.unread()))
                .param("now", sheet.updatedAt().atOffset(ZoneOffset.UTC))
                .param("revision", sheet.revision())
                .param("id", sheet.id())
                .update();
        return sheet;
    }

    /**
     * Keeps an assessment, unless the last one kept for the sheet was given on the same answers, day and version.
     *
     * @param result JSON of the assessment
     */
    void record(UUID sheetId, String version, LocalDate asOf, Answers answers, String result) {
        if (lock(sheetId).isEmpty()) {
            return;
        }
        String json = JsonObjects.write(AnswerReader.values(answers));
        Optional<StoredAssessment> last = latest(sheetId);
        boolean known = last.filter(l -> l.version().equals(version)
                        && l.asOf().equals(asOf)
                        && l.answers().equals(json))
                .isPresent();
        if (!known) {
            long sequence = last.map(StoredAssessment::sequence).orElse(0L) + 1;
            insert(new StoredAssessment(sheetId, sequence, version, asOf, json, result, now().toInstant()));
        }
    }

    private void insert(StoredAssessment assessment) {
        jdbc.sql("""
                insert into assessment (id, sheet_id, sequence, version, as_of, answers, result, created_at)
                values (:id, :sheet, :sequence, :version, :asOf, :answers, :result, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("sheet", assessment.sheetId())
                .param("sequence", assessment.sequence())
                .param("version", assessment.version())
                .param("asOf", assessment.asOf())
                .param("answers", assessment.answers())
                .param("result", assessment.result())
                .param("now", assessment.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    Optional<StoredAssessment> latest(UUID sheetId) {
        return jdbc.sql("""
                select sheet_id, sequence, version, as_of, answers, result, created_at from assessment
                where sheet_id = :sheet order by sequence desc limit 1
                """)
                .param("sheet", sheetId)
                .query(StoredRows::assessment)
                .optional();
    }

    /** Keeps who hands the sheet in; a second time replaces the first. */
    void handIn(UUID sheetId, Contact contact) {
        if (lock(sheetId).isEmpty()) {
            return;
        }
        jdbc.sql("delete from contact where sheet_id = :sheet")
                .param("sheet", sheetId)
                .update();
        jdbc.sql("""
                insert into contact (sheet_id, company, person, email, phone, message, consented_at, handed_in_at)
                values (:sheet, :company, :person, :email, :phone, :message, :now, :now)
                """)
                .param("sheet", sheetId)
                .param("company", contact.company())
                .param("person", contact.person())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("message", contact.message())
                .param("now", now())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<HandedIn> handedIn(UUID sheetId) {
        return jdbc.sql(HANDED_IN + " where s.id = :sheet")
                .param("sheet", sheetId)
                .query(StoredRows::handedIn)
                .optional();
    }

    /**
     * What was handed in, the latest first.
     *
     * @param page from 0
     * @param size of a page, at least 1
     */
    @Transactional(readOnly = true)
    List<HandedIn> handedIn(int page, int size) {
        return jdbc.sql(HANDED_IN + " order by c.handed_in_at desc, s.id limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(StoredRows::handedIn)
                .list();
    }

    @Transactional(readOnly = true)
    long handedInCount() {
        return jdbc.sql("select count(*) from contact").query(Long.class).single();
    }

    /** How many were handed in from that moment on. */
    @Transactional(readOnly = true)
    long handedInCountSince(Instant from) {
        return jdbc.sql("select count(*) from contact where handed_in_at >= :from")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /**
     * Gives the sheet new keys; the old ones open nothing from then on.
     *
     * @return the key to edit; empty if the sheet is gone
     */
    Optional<String> renewKeys(UUID sheetId) {
        String editToken = Tokens.newEditToken();
        int rows = jdbc.sql("update answer_sheet set edit_token_hash = :edit, view_token_hash = :view where id = :id")
                .param("edit", Tokens.hash(editToken))
                .param("view", Tokens.hash(Tokens.viewToken(editToken)))
                .param("id", sheetId)
                .update();
        return rows == 1 ? Optional.of(editToken) : Optional.empty();
    }

    /** Makes the sheet one of that programme; its answers stay. */
    void choose(UUID sheetId, String programme, String edition) {
        jdbc.sql("update answer_sheet set programme = :programme, edition = :edition where id = :id")
                .param("programme", programme)
                .param("edition", edition)
                .param("id", sheetId)
                .update();
    }

    /** Deletes the sheet with its assessments and its contact. */
    void delete(UUID sheetId) {
        jdbc.sql("delete from answer_sheet where id = :id").param("id", sheetId).update();
    }

    private Optional<Sheet> lock(UUID sheetId) {
        return jdbc.sql("select " + SHEET_COLUMNS + " from answer_sheet s where s.id = :id for update")
                .param("id", sheetId)
                .query(StoredRows::sheet)
                .optional();
    }

    /** Databases keep microseconds. */
    private OffsetDateTime now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
