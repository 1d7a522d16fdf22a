package jp.readiness.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that reaches into the tables of several packages: what names somebody stands in all of them, and has to
 * go in one transaction.
 */
@Repository
@Transactional
class RetentionRepository {

    /** A sheet keeps its names as long as any of its cohorts keeps them. */
    private static final String DUE_MEMBERS = """
            from cohort_member m join cohort c on c.id = m.cohort_id
            where m.sheet_id is not null and m.anonymised_at is null and c.retention_until < :today
              and not exists (select 1 from cohort_member o join cohort k on k.id = o.cohort_id
                              where o.sheet_id = m.sheet_id and o.cohort_id <> m.cohort_id
                                and (k.retention_until is null or k.retention_until >= :today))
            """;

    /** Who handed in, or came through the API under a name. */
    private static final String DUE_OUTSIDE = """
            from answer_sheet s
            left join contact k on k.sheet_id = s.id
            left join applicant a on a.sheet_id = s.id
            where (k.handed_in_at < :before
                   or (k.sheet_id is null and a.sheet_id is not null and s.updated_at < :before))
              and not exists (select 1 from cohort_member m where m.sheet_id = s.id)
            """;

    /** Cohorts whose day has passed. */
    private static final String PAST = "(select id from cohort where retention_until < :today)";

    private final JdbcClient jdbc;

    RetentionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Cohorts whose day has passed and who have names still, the earliest first. */
    @Transactional(readOnly = true)
    List<Due> dueCohorts(LocalDate today) {
        return jdbc.sql("select c.id, c.name, c.retention_until, count(*) as applicants " + DUE_MEMBERS
                        + " group by c.id, c.name, c.retention_until order by c.retention_until, c.id")
                .param("today", today)
                .query((row, number) -> new Due(
                        Optional.of(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("retention_until", LocalDate.class),
                        row.getLong("applicants")))
                .list();
    }

    /** Cohorts that keep names, with the day until which they do if there is one. */
    @Transactional(readOnly = true)
    List<Kept> keptCohorts(LocalDate today) {
        return jdbc.sql("""
                select c.name, c.retention_until, count(*) as applicants
                from cohort c join cohort_member m on m.cohort_id = c.id
                where m.sheet_id is not null and m.anonymised_at is null
                  and (c.retention_until is null or c.retention_until >= :today)
                group by c.id, c.name, c.retention_until
                order by case when c.retention_until is null then 1 else 0 end, c.retention_until, c.name
                """)
                .param("today", today)
                .query((row, number) -> new Kept(
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("retention_until", LocalDate.class)),
                        row.getLong("applicants")))
                .list();
    }

    /** @param until last day on which names are kept; empty: until somebody deletes them */
    record Kept(String name, Optional<LocalDate> until, long applicants) {}

    @Transactional(readOnly = true)
    long dueOutside(Instant before) {
        return jdbc.sql("select count(*) " + DUE_OUTSIDE)
                .param("before", time(before))
                .query(Long.class)
                .single();
    }

    /** Some sheets of a cohort whose names are to go. */
    @Transactional(readOnly = true)
    List<UUID> dueSheets(UUID cohort, LocalDate today, int limit) {
        return jdbc.sql("select m.sheet_id " + DUE_MEMBERS + " and c.id = :cohort order by m.position limit :limit")
                .param("today", today)
                .param("cohort", cohort)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** Some sheets outside any cohort whose names are to go. */
    @Transactional(readOnly = true)
    List<UUID> dueSheets(Instant before, int limit) {
        return jdbc.sql("select s.id " + DUE_OUTSIDE + " order by s.updated_at, s.id limit :limit")
                .param("before", time(before))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /**
     * Removes names, contacts, notes, reasons in words, and what was typed but is no answer. Answers, advice, decisions
     * and outcomes stay; the owner's links stay too, so that the owner can still delete these.
     *
     * @param anonymous programme and answers → answers without words of the applicant's own
     */
    void anonymise(List<UUID> sheets, BinaryOperator<String> anonymous, Instant now) {
        if (sheets.isEmpty()) {
            return;
        }
        each("delete from contact where sheet_id in (:ids)", sheets);
        each("delete from applicant where sheet_id in (:ids)", sheets);
        each("delete from outcome_reason where sheet_id in (:ids)", sheets);
        each(
                "delete from cohort_note where member_id in (select id from cohort_member where sheet_id in (:ids))",
                sheets);
        each(
                "update cohort_decision set reason = '' where member_id in"
                        + " (select id from cohort_member where sheet_id in (:ids))",
                sheets);
        sheets.forEach(sheet -> withoutWords(sheet, anonymous));
        each(
                "update cohort set revision = revision + 1 where id in"
                        + " (select cohort_id from cohort_member where sheet_id in (:ids))",
                sheets);
        jdbc.sql("update cohort_member set anonymised_at = :now where sheet_id in (:ids)")
                .param("now", time(now))
                .param("ids", sheets)
                .update();
    }

    private void each(String sql, List<UUID> sheets) {
        jdbc.sql(sql).param("ids", sheets).update();
    }

    /** The sheet's row is locked first, as every change of it does. */
    private void withoutWords(UUID sheet, BinaryOperator<String> anonymous) {
        Optional<Stored> stored = jdbc.sql("select id, programme, answers from answer_sheet where id = :id for update")
                .param("id", sheet)
                .query(RetentionRepository::stored)
                .optional();
        if (stored.isEmpty()) {
            return;
        }
        String programme = stored.get().programme();
        jdbc.sql("update answer_sheet set answers = :answers, unread = '{}' where id = :id")
                .param("answers", anonymous.apply(programme, stored.get().answers()))
                .param("id", sheet)
                .update();
        List<Stored> given = jdbc.sql("select id, '' as programme, answers from assessment where sheet_id = :id")
                .param("id", sheet)
                .query(RetentionRepository::stored)
                .list();
        for (Stored assessment : given) {
            jdbc.sql("update assessment set answers = :answers where id = :id")
                    .param("answers", anonymous.apply(programme, assessment.answers()))
                    .param("id", assessment.id())
                    .update();
        }
    }

    private record Stored(UUID id, String programme, String answers) {}

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(row.getObject("id", UUID.class), row.getString("programme"), row.getString("answers"));
    }

    /**
     * Files of cohorts whose day has passed, with the rows that were rejected, and whose sheets were begun there: what was
     * not handed in stays with its owner alone.
     *
     * @return how many files
     */
    int forgetFiles(LocalDate today) {
        jdbc.sql("delete from cohort_guest where cohort_id in " + PAST)
                .param("today", today)
                .update();
        return jdbc.sql("delete from cohort_upload where cohort_id in " + PAST)
                .param("today", today)
                .update();
    }

    /** A cohort that names go to. @param until last day on which it keeps them, if there is one */
    record Keeper(String name, Optional<LocalDate> until) {}

    /** The cohorts that the sheet belongs to or was begun for. */
    @Transactional(readOnly = true)
    List<Keeper> keepers(UUID sheet) {
        return jdbc.sql("""
                select name, retention_until from cohort where id in
                  (select cohort_id from cohort_member where sheet_id = :sheet
                   union select cohort_id from cohort_guest where sheet_id = :sheet)
                order by name
                """)
                .param("sheet", sheet)
                .query((row, number) -> new Keeper(
                        row.getString("name"), Optional.ofNullable(row.getObject("retention_until", LocalDate.class))))
                .list();
    }

    private static OffsetDateTime time(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
