package jp.readiness.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.outcome.Result.State;
import jp.readiness.trackrecord.Prediction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps results, each with those before it, and what had been predicted. */
@Repository
@Transactional
class OutcomeRepository {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String NOTED = """
            select o.member_id, o.sequence, o.state, o.step, o.finding, o.recorded_by, o.recorded_at, r.reason
            from outcome o left join outcome_reason r on r.member_id = o.member_id and r.sequence = o.sequence
            """;

    /** The row that counts. */
    private static final String LATEST = """
             and o.sequence = (select max(later.sequence) from outcome later where later.member_id = o.member_id)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutcomeRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds what is noted now behind what was noted before. The member's row keeps two who do so apart. */
    void note(UUID member, Optional<UUID> sheet, Result result, String actor) {
        jdbc.sql("select id from cohort_member where id = :member for update")
                .param("member", member)
                .query(UUID.class)
                .single();
        int sequence = jdbc.sql("select coalesce(max(sequence), 0) + 1 from outcome where member_id = :member")
                .param("member", member)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into outcome (member_id, sequence, state, step, finding, recorded_by, recorded_at)
                values (:member, :sequence, :state, :step, :finding, :actor, :now)
                """)
                .param("member", member)
                .param("sequence", sequence)
                .param("state", result.state().name())
                .param("step", result.step().orElse(null))
                .param("finding", result.finding().orElse(null))
                .param("actor", actor)
                .param("now", now())
                .update();
        if (!result.reason().isEmpty()) {
            jdbc.sql("""
                    insert into outcome_reason (member_id, sequence, sheet_id, reason)
                    values (:member, :sequence, :sheet, :reason)
                    """)
                    .param("member", member)
                    .param("sequence", sequence)
                    .param("sheet", sheet.orElse(null))
                    .param("reason", result.reason())
                    .update();
        }
    }

    /** What counts now, of everybody in the cohort of whom something was noted. */
    @Transactional(readOnly = true)
    List<Noted> latest(UUID cohort) {
        return jdbc.sql(NOTED + " join cohort_member m on m.id = o.member_id where m.cohort_id = :cohort" + LATEST)
                .param("cohort", cohort)
                .query(OutcomeRepository::noted)
                .list();
    }

    /** What was noted of a member, the newest first. */
    @Transactional(readOnly = true)
    List<Noted> history(UUID member) {
        return jdbc.sql(NOTED + " where o.member_id = :member order by o.sequence desc")
                .param("member", member)
                .query(OutcomeRepository::noted)
                .list();
    }

    @Transactional(readOnly = true)
    boolean hasPrediction(UUID member) {
        return jdbc.sql("select count(*) from outcome_prediction where member_id = :member")
                        .param("member", member)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void keepPrediction(UUID member, String version, Prediction prediction) {
        jdbc.sql("""
                insert into outcome_prediction (member_id, version, verdict, risk, risk_band, steps, fired)
                values (:member, :version, :verdict, :risk, :band, :steps, :fired)
                """)
                .param("member", member)
                .param("version", version)
                .param("verdict", prediction.verdict().name())
                .param("risk", prediction.overall())
                .param("band", prediction.band().name())
                .param("steps", JSON.writeValueAsString(prediction.steps()))
                .param("fired", JSON.writeValueAsString(prediction.fired()))
                .update();
    }

    /** What had been predicted of the members of a cohort, by member. */
    @Transactional(readOnly = true)
    Map<UUID, Prediction> predictions(UUID cohort) {
        return jdbc
                .sql("""
                select p.member_id, p.verdict, p.risk, p.risk_band, p.steps, p.fired
                from outcome_prediction p join cohort_member m on m.id = p.member_id
                where m.cohort_id = :cohort
                """)
                .param("cohort", cohort)
                .query((row, number) -> Map.entry(row.getObject("member_id", UUID.class), prediction(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * By what version the staff decided last or, while they have not, by what the applicant was advised last.
     *
     * @return empty if neither happened
     */
    @Transactional(readOnly = true)
    Optional<String> versionAtTheTime(UUID member) {
        return jdbc.sql("""
                select version from cohort_decision where member_id = :member and version is not null
                order by decided_at desc limit 1
                """)
                .param("member", member)
                .query(String.class)
                .optional()
                .or(() -> jdbc.sql("""
                        select a.version from assessment a join cohort_member m on m.sheet_id = a.sheet_id
                        where m.id = :member order by a.sequence desc limit 1
                        """)
                        .param("member", member)
                        .query(String.class)
                        .optional());
    }

    /** How many members a cohort has, and what is known of them. */
    @Transactional(readOnly = true)
    TrackRecordView.Counts counts(UUID cohort) {
        return jdbc.sql("""
                select count(*) as applicants,
                       sum(case when o.state = 'FINISHED' then 1 else 0 end) as finished,
                       sum(case when o.state = 'LEFT' then 1 else 0 end) as gone,
                       sum(case when (o.state is null or o.state = 'OPEN') and m.decision = 'DECLINE' then 1 else 0 end)
                           as declined
                from cohort_member m
                left join outcome o on o.member_id = m.id
                """ + LATEST + " where m.cohort_id = :cohort")
                .param("cohort", cohort)
                .query((row, number) -> {
                    int ended = row.getInt("finished") + row.getInt("gone");
                    int open = row.getInt("applicants") - ended - row.getInt("declined");
                    return new TrackRecordView.Counts(
                            row.getInt("applicants"),
                            row.getInt("finished"),
                            row.getInt("gone"),
                            open,
                            row.getInt("declined"));
                })
                .single();
    }

    /** How many applicants who exist have finished or left, by edition. */
    @Transactional(readOnly = true)
    int realOutcomes(String programme, String edition) {
        return jdbc.sql("""
                select count(*) from outcome o
                join cohort_member m on m.id = o.member_id
                join cohort c on c.id = m.cohort_id
                where c.programme = :programme and c.edition = :edition and c.origin = 'REAL'
                  and o.state in ('FINISHED', 'LEFT')
                """ + LATEST)
                .param("programme", programme)
                .param("edition", edition)
                .query(Integer.class)
                .single();
    }

    private static Prediction prediction(ResultSet row) throws SQLException {
        return new Prediction(
                Verdict.valueOf(row.getString("verdict")),
                row.getDouble("risk"),
                Band.valueOf(row.getString("risk_band")),
                JSON.readValue(row.getString("steps"), new TypeReference<Map<String, Double>>() {}),
                JSON.readValue(row.getString("fired"), new TypeReference<Set<String>>() {}));
    }

    private static Noted noted(ResultSet row, int number) throws SQLException {
        Result result = new Result(
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("step")),
                Optional.ofNullable(row.getString("finding")),
                Objects.requireNonNullElse(row.getString("reason"), ""));
        return new Noted(
                row.getObject("member_id", UUID.class),
                row.getInt("sequence"),
                result,
                row.getString("recorded_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
