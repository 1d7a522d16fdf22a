package jp.readiness.cohort;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who belongs to a cohort, and what the rules said last about each. */
@Repository
@Transactional
class MemberRepository {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    MemberRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    /** Adds the sheets in this order. @param first position of the first of them */
    void add(UUID cohort, List<UUID> sheets, int first, Source source) {
        List<SqlParameterSource> rows = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            rows.add(new MapSqlParameterSource()
                    .addValue("id", UUID.randomUUID())
                    .addValue("cohort", cohort)
                    .addValue("sheet", sheets.get(i))
                    .addValue("position", first + i)
                    .addValue("source", source.name())
                    .addValue("now", now()));
        }
        batch("""
                insert into cohort_member (id, cohort_id, sheet_id, position, source, joined_at)
                values (:id, :cohort, :sheet, :position, :source, :now)
                """, rows);
    }

    @Transactional(readOnly = true)
    boolean has(UUID cohort, UUID sheet) {
        return jdbc.sql("select count(*) from cohort_member where cohort_id = :cohort and sheet_id = :sheet")
                        .param("cohort", cohort)
                        .param("sheet", sheet)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Transactional(readOnly = true)
    Optional<Member> byId(UUID cohort, UUID id) {
        return jdbc.sql(MemberRows.SELECT + " where m.cohort_id = :cohort and m.id = :id")
                .param("cohort", cohort)
                .param("id", id)
                .query(MemberRows::member)
                .optional()
                .map(member -> withMarks(List.of(member), " and member_id = :member", Map.of("member", id))
                        .get(0));
    }

    void end(UUID member, Optional<Ending> ending) {
        jdbc.sql("update cohort_member set ending = :ending where id = :member")
                .param("ending", ending.map(Enum::name).orElse(null))
                .param("member", member)
                .update();
    }

    @Transactional(readOnly = true)
    int count(UUID cohort) {
        return jdbc.sql("select count(*) from cohort_member where cohort_id = :cohort")
                .param("cohort", cohort)
                .query(Integer.class)
                .single();
    }

    /** A member whose answers are still there. */
    record Sheet(UUID member, UUID sheet, int position) {}

    /** Everybody whose answers are still there, in order. */
    @Transactional(readOnly = true)
    List<Sheet> sheets(UUID cohort) {
        return jdbc.sql("select id, sheet_id, position from cohort_member"
                        + " where cohort_id = :cohort and sheet_id is not null order by position")
                .param("cohort", cohort)
                .query((row, number) -> new Sheet(
                        row.getObject("id", UUID.class), row.getObject("sheet_id", UUID.class), row.getInt("position")))
                .list();
    }

    @Transactional(readOnly = true)
    int sheetCount(UUID cohort) {
        return jdbc.sql("select count(sheet_id) from cohort_member where cohort_id = ?")
                .param(cohort)
                .query(Integer.class)
                .single();
    }

    @Transactional(readOnly = true)
    Map<UUID, String> names(UUID cohort, Collection<UUID> some) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select m.id, " + MemberRows.NAME + " as name" + MemberRows.FROM
                        + " where m.cohort_id = :cohort and m.id in (:some)")
                .param("cohort", cohort)
                .param("some", some)
                .query((RowCallbackHandler) row -> names.put(row.getObject("id", UUID.class), row.getString("name")));
        return names;
    }

    /** Everybody, in the order in which they came. */
    @Transactional(readOnly = true)
    List<Member> all(UUID cohort) {
        List<MemberRows.Row> rows = jdbc.sql(MemberRows.SELECT + " where m.cohort_id = :cohort order by m.position")
                .param("cohort", cohort)
                .query(MemberRows::member)
                .list();
        return rows.isEmpty() ? List.of() : withMarks(rows, "", Map.of());
    }

    /** @param which further condition on marks and steps */
    private List<Member> withMarks(List<MemberRows.Row> rows, String which, Map<String, ?> parameters) {
        MemberRows.Marks marks = new MemberRows.Marks();
        UUID cohort = rows.get(0).member().cohort();
        jdbc.sql("select member_id, kind, mark from cohort_member_mark where cohort_id = :cohort" + which)
                .param("cohort", cohort)
                .params(parameters)
                .query(marks::mark);
        jdbc.sql(
                        "select member_id, step, probability, band, provisional from cohort_member_step where cohort_id = :cohort"
                                + which)
                .param("cohort", cohort)
                .params(parameters)
                .query(marks::step);
        return rows.stream().map(row -> row.with(marks)).toList();
    }

    /**
     * A member whose answers, or whose rules, have changed since it was judged.
     *
     * @param revision of the sheet now
     */
    record Stale(UUID id, UUID sheet, long revision) {}

    /**
     * Who is to be judged again, in order.
     *
     * @param version by which they should be judged
     */
    @Transactional(readOnly = true)
    List<Stale> stale(UUID cohort, String version, int limit) {
        return jdbc.sql("select m.id, m.sheet_id, s.revision" + STALE + " order by m.position limit :limit")
                .param("cohort", cohort)
                .param("version", version)
                .param("limit", limit)
                .query((row, number) -> new Stale(
                        row.getObject("id", UUID.class),
                        row.getObject("sheet_id", UUID.class),
                        row.getLong("revision")))
                .list();
    }

    @Transactional(readOnly = true)
    int staleCount(UUID cohort, String version) {
        return jdbc.sql("select count(*)" + STALE)
                .param("cohort", cohort)
                .param("version", version)
                .query(Integer.class)
                .single();
    }

    private static final String STALE = """
             from cohort_member m join answer_sheet s on s.id = m.sheet_id
            where m.cohort_id = :cohort
              and (m.version is null or m.version <> :version or m.judged_revision <> s.revision)
            """;

    /** Keeps what the rules now say, in place of what they said before. The cohort's row keeps two who do so apart. */
    void keep(UUID cohort, Map<UUID, Projection> judged) {
        jdbc.sql("update cohort set revision = revision + 1 where id = :cohort")
                .param("cohort", cohort)
                .update();
        List<UUID> ids = List.copyOf(judged.keySet());
        for (String table : List.of("cohort_member_mark", "cohort_member_step")) {
            batch(
                    "delete from " + table + " where member_id = :member",
                    ids.stream()
                            .<SqlParameterSource>map(id -> new MapSqlParameterSource("member", id))
                            .toList());
        }
        ProjectionRows rows = new ProjectionRows(cohort);
        judged.forEach(rows::add);
        batch(ProjectionRows.UPDATE_MEMBER, rows.members());
        batch(ProjectionRows.INSERT_MARK, rows.marks());
        batch(ProjectionRows.INSERT_STEP, rows.steps());
    }

    private void batch(String sql, List<SqlParameterSource> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<SqlParameterSource> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            batches.batchUpdate(sql, some.toArray(SqlParameterSource[]::new));
        }
    }

    private OffsetDateTime now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
