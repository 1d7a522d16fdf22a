package jp.readiness.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists and counts members by what the rules said last, in the database alone. */
@Repository
@Transactional(readOnly = true)
class MemberQueries {

    private static final Map<Filter.Sort, String> ORDER = Map.of(
            Filter.Sort.POSITION,
            "m.position",
            Filter.Sort.NAME,
            "name",
            Filter.Sort.VERDICT,
            rank("m.verdict", List.of(Verdict.values())),
            Filter.Sort.RISK,
            "coalesce(m.risk, -1)",
            Filter.Sort.DECISION,
            rank("m.decision", List.of(Decision.values())),
            Filter.Sort.ENDING,
            rank("m.ending", List.of(Ending.values())));

    private final JdbcClient jdbc;

    MemberQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code case … when 'READY' then 4 …}: the place among the constants; -1 for none. */
    private static String rank(String column, List<? extends Enum<?>> constants) {
        StringBuilder sql = new StringBuilder("case ").append(column);
        constants.forEach(constant ->
                sql.append(" when '").append(constant.name()).append("' then ").append(constant.ordinal()));
        return sql.append(" else -1 end").toString();
    }

    /** @param gone whether the sheet was deleted */
    record Line(
            UUID id,
            int position,
            String name,
            boolean gone,
            Optional<Verdict> verdict,
            Optional<Band> band,
            boolean provisional,
            Optional<String> peakStep,
            Optional<Band> peakBand,
            Optional<Decision> decision,
            Optional<Ending> ending) {}

    /** @param size of a page; the filter says which */
    List<Line> page(UUID cohort, Filter filter, int size) {
        Narrowing narrowing = new Narrowing(cohort, filter);
        String direction = filter.descending() ? " desc" : " asc";
        return jdbc.sql(
                        "select m.id, m.position, m.sheet_id, m.verdict, m.risk_band, m.provisional, m.peak_step, m.peak_band,"
                                + " m.decision, m.ending, " + MemberRows.NAME + " as name" + MemberRows.FROM
                                + narrowing.where()
                                + " order by " + ORDER.get(filter.sort()) + direction
                                + ", m.position limit :size offset :from")
                .params(narrowing.parameters())
                .param("size", size)
                .param("from", (long) (filter.page() - 1) * size)
                .query(MemberQueries::line)
                .list();
    }

    int count(UUID cohort, Filter filter) {
        Narrowing narrowing = new Narrowing(cohort, filter);
        return jdbc.sql("select count(*)" + MemberRows.FROM + narrowing.where())
                .params(narrowing.parameters())
                .query(Integer.class)
                .single();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getInt("position"),
                row.getString("name"),
                row.getObject("sheet_id") == null,
                Optional.ofNullable(row.getString("verdict")).map(Verdict::valueOf),
                Optional.ofNullable(row.getString("risk_band")).map(Band::valueOf),
                row.getBoolean("provisional"),
                Optional.ofNullable(row.getString("peak_step")),
                Optional.ofNullable(row.getString("peak_band")).map(Band::valueOf),
                Optional.ofNullable(row.getString("decision")).map(Decision::valueOf),
                Optional.ofNullable(row.getString("ending")).map(Ending::valueOf));
    }

    /** What is unmet or fired at each of these members. */
    Map<UUID, List<String>> reasons(UUID cohort, List<UUID> members) {
        Map<UUID, List<String>> reasons = new HashMap<>();
        if (members.isEmpty()) {
            return reasons;
        }
        jdbc.sql("""
                select member_id, mark from cohort_member_mark
                where cohort_id = :cohort and kind in ('UNMET', 'FIRED') and member_id in (:members)
                """).param("cohort", cohort).param("members", members).query(row -> {
            reasons.computeIfAbsent(row.getObject("member_id", UUID.class), id -> new ArrayList<>())
                    .add(row.getString("mark"));
        });
        return reasons;
    }

    /**
     * How many there are of what.
     *
     * @param handedIn how many came by handing in
     * @param judged how many the rules have said something about
     * @param marks kind → id → how many members
     * @param steps id of the step → band → how many members
     * @param peaks id of the step → how many are most likely to drop out there
     */
    record Counts(
            int members,
            int handedIn,
            int judged,
            Map<Verdict, Integer> verdicts,
            Map<Band, Integer> bands,
            int provisional,
            Map<Decision, Integer> decisions,
            Map<Mark, Map<String, Integer>> marks,
            Map<String, Map<Band, Integer>> steps,
            Map<String, Integer> peaks) {}

    Counts counts(UUID cohort) {
        int[] totals = jdbc.sql("""
                select count(*) as members, count(case when source = 'HAND_IN' then 1 end) as handed_in,
                       count(verdict) as judged, count(case when provisional then 1 end) as provisional
                from cohort_member where cohort_id = :cohort
                """)
                .param("cohort", cohort)
                .query((row, number) -> new int[] {row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)})
                .single();
        return new Counts(
                totals[0],
                totals[1],
                totals[2],
                byConstant(cohort, "verdict", Verdict.class),
                byConstant(cohort, "risk_band", Band.class),
                totals[3],
                byConstant(cohort, "decision", Decision.class),
                marks(cohort),
                steps(cohort),
                peaks(cohort));
    }

    /** @param column a name of ours */
    private <E extends Enum<E>> Map<E, Integer> byConstant(UUID cohort, String column, Class<E> type) {
        Map<E, Integer> counts = new EnumMap<>(type);
        jdbc.sql("select " + column + " as what, count(*) as members from cohort_member where cohort_id = :cohort and "
                        + column + " is not null group by " + column)
                .param("cohort", cohort)
                .query(row -> {
                    counts.put(Enum.valueOf(type, row.getString("what")), row.getInt("members"));
                });
        return counts;
    }

    private Map<Mark, Map<String, Integer>> marks(UUID cohort) {
        Map<Mark, Map<String, Integer>> counts = new EnumMap<>(Mark.class);
        jdbc.sql("""
                select kind, mark, count(*) as members from cohort_member_mark
                where cohort_id = :cohort and kind <> 'OPEN' group by kind, mark order by members desc, mark
                """).param("cohort", cohort).query(row -> {
            counts.computeIfAbsent(Mark.valueOf(row.getString("kind")), kind -> new LinkedHashMap<>())
                    .put(row.getString("mark"), row.getInt("members"));
        });
        return counts;
    }

    private Map<String, Map<Band, Integer>> steps(UUID cohort) {
        Map<String, Map<Band, Integer>> counts = new HashMap<>();
        jdbc.sql("""
                select step, band, count(*) as members from cohort_member_step
                where cohort_id = :cohort group by step, band
                """).param("cohort", cohort).query(row -> {
            counts.computeIfAbsent(row.getString("step"), step -> new EnumMap<>(Band.class))
                    .put(Band.valueOf(row.getString("band")), row.getInt("members"));
        });
        return counts;
    }

    private Map<String, Integer> peaks(UUID cohort) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select peak_step, count(*) as members from cohort_member
                where cohort_id = :cohort and peak_step is not null group by peak_step
                """).param("cohort", cohort).query(row -> {
            counts.put(row.getString("peak_step"), row.getInt("members"));
        });
        return counts;
    }
}
