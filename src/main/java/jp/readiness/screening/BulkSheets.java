package jp.readiness.screening;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.readiness.answers.AnswerReader;
import jp.readiness.screening.AnswerSheets.HandedInSheet;
import jp.readiness.screening.AnswerSheets.Held;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads sheets by the thousand. */
@Repository
@Transactional
class BulkSheets {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    BulkSheets(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    List<UUID> add(String programme, String edition, List<NewSheet> sheets) {
        List<UUID> ids = new ArrayList<>();
        OffsetDateTime now = Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        for (List<NewSheet> some : chunks(sheets)) {
            List<SqlParameterSource> rows = new ArrayList<>();
            List<SqlParameterSource> names = new ArrayList<>();
            for (NewSheet sheet : some) {
                UUID id = UUID.randomUUID();
                ids.add(id);
                rows.add(row(id, sheet, programme, edition, now));
                sheet.applicant()
                        .ifPresent(name -> names.add(new MapSqlParameterSource("sheet", id).addValue("name", name)));
            }
            batch("""
                    insert into answer_sheet (id, programme, edition, edit_token_hash, view_token_hash,
                                              answers, unsure, unread, created_at, updated_at, revision)
                    values (:id, :programme, :edition, :edit, :view, :answers, '[]', '{}', :now, :now, 1)
                    """, rows);
            batch("insert into applicant (sheet_id, name) values (:sheet, :name)", names);
        }
        return ids;
    }

    /** The keys are thrown away: staff can make new ones for an applicant who asks. */
    private static SqlParameterSource row(
            UUID id, NewSheet sheet, String programme, String edition, OffsetDateTime now) {
        String editToken = Tokens.newEditToken();
        return new MapSqlParameterSource("id", id)
                .addValue("programme", programme)
                .addValue("edition", edition)
                .addValue("edit", Tokens.hash(editToken))
                .addValue("view", Tokens.hash(Tokens.viewToken(editToken)))
                .addValue("answers", JsonObjects.write(AnswerReader.values(sheet.answers())))
                .addValue("now", now);
    }

    @Transactional(readOnly = true)
    List<Held> held(Collection<UUID> ids) {
        List<Held> held = new ArrayList<>();
        for (List<UUID> some : chunks(List.copyOf(ids))) {
            held.addAll(jdbc.sql("select id, revision, answers from answer_sheet where id in (:ids)")
                    .param("ids", some)
                    .query((row, number) -> new Held(
                            row.getObject("id", UUID.class),
                            row.getLong("revision"),
                            JsonObjects.values(row.getString("answers"))))
                    .list());
        }
        return held;
    }

    @Transactional(readOnly = true)
    List<HandedInSheet> handedInTo(String programme, int most) {
        return jdbc.sql("""
                select s.id, s.answers, c.company
                from contact c join answer_sheet s on s.id = c.sheet_id
                where s.programme = :programme
                order by c.handed_in_at, s.id
                fetch first :most rows only
                """)
                .param("programme", programme)
                .param("most", most)
                .query((row, number) -> new HandedInSheet(
                        row.getObject("id", UUID.class),
                        row.getString("company"),
                        JsonObjects.values(row.getString("answers"))))
                .list();
    }

    @Transactional(readOnly = true)
    long handedInCount(String programme) {
        return jdbc.sql("""
                select count(*) from contact c join answer_sheet s on s.id = c.sheet_id where s.programme = :programme
                """).param("programme", programme).query(Long.class).single();
    }

    void deleteUnowned(Collection<UUID> ids) {
        batch(
                """
                delete from answer_sheet
                where id = :id and not exists (select 1 from contact c where c.sheet_id = answer_sheet.id)
                """,
                ids.stream()
                        .<SqlParameterSource>map(id -> new MapSqlParameterSource("id", id))
                        .toList());
    }

    private void batch(String sql, List<SqlParameterSource> rows) {
        for (List<SqlParameterSource> some : chunks(rows)) {
            batches.batchUpdate(sql, some.toArray(SqlParameterSource[]::new));
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            chunks.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return chunks;
    }
}
