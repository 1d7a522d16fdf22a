package jp.readiness.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.audit.Audit;
import jp.readiness.audit.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What staff decide and note about a member. Decisions are only ever added: the last one counts, the others are its
 * history. What is said about a person goes when the person's answers go.
 */
@Repository
@Transactional
class Acts {

    static final int LONGEST_REASON = 2_000;
    static final int LONGEST_NOTE = 4_000;

    private final JdbcClient jdbc;
    private final CohortRepository cohorts;
    private final Audit audit;
    private final Clock clock;

    Acts(JdbcClient jdbc, CohortRepository cohorts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.cohorts = cohorts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a decision beside what the rules say now; one that differs from their advice is an override and is called so in
     * the audit log.
     */
    void decide(String actor, Member member, Decision decision, String reason) {
        Optional<Projection> advice = member.projection();
        boolean overrides =
                advice.filter(said -> decision.overrides(said.verdict())).isPresent();
        jdbc.sql("""
                insert into cohort_decision (id, member_id, sheet_id, decision, reason, verdict, risk_band, version, overrides,
                                             decided_by, decided_at)
                values (:id, :member, :sheet, :decision, :reason, :verdict, :band, :version, :overrides, :actor, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("member", member.id())
                .param("sheet", member.sheet().orElse(null))
                .param("decision", decision.name())
                .param("reason", reason)
                .param("verdict", advice.map(said -> said.verdict().name()).orElse(null))
                .param("band", advice.map(said -> said.band().name()).orElse(null))
                .param("version", advice.map(Projection::version).orElse(null))
                .param("overrides", overrides)
                .param("actor", actor)
                .param("now", now())
                .update();
        jdbc.sql("update cohort_member set decision = :decision where id = :member")
                .param("decision", decision.name())
                .param("member", member.id())
                .update();
        cohorts.touch(member.cohort());
        audit.record(
                actor, overrides ? "ADVICE_OVERRIDDEN" : "DECISION_MADE", subject(member), detail(member, decision));
    }

    private static Map<String, String> detail(Member member, Decision decision) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("cohort", member.cohort().toString());
        detail.put("decision", decision.name());
        member.projection()
                .ifPresent(said -> detail.put("verdict", said.verdict().name()));
        return detail;
    }

    void note(String actor, Member member, String note) {
        jdbc.sql("""
                insert into cohort_note (id, member_id, sheet_id, note, written_by, written_at)
                values (:id, :member, :sheet, :note, :actor, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("member", member.id())
                .param("sheet", member.sheet().orElse(null))
                .param("note", note)
                .param("actor", actor)
                .param("now", now())
                .update();
        audit.record(
                actor,
                "NOTE_WRITTEN",
                subject(member),
                Map.of("cohort", member.cohort().toString()));
    }

    /**
     * Something that staff did, as it was then.
     *
     * @param decision empty for a note
     * @param verdict what the rules advised then; empty for a note, or where nothing had been judged
     * @param actor id of a staff account
     */
    record Entry(
            Instant at,
            String actor,
            Optional<Decision> decision,
            String text,
            Optional<String> verdict,
            boolean overrides) {}

    /** All of it, the latest first. */
    @Transactional(readOnly = true)
    List<Entry> history(UUID member) {
        List<Entry> decisions =
                jdbc.sql("""
                select decided_at, decided_by, decision, reason, verdict, overrides from cohort_decision
                where member_id = :member
                """).param("member", member).query(Acts::decision).list();
        List<Entry> notes = jdbc.sql("select written_at, written_by, note from cohort_note where member_id = :member")
                .param("member", member)
                .query(Acts::note)
                .list();
        return Stream.concat(decisions.stream(), notes.stream())
                .sorted(Comparator.comparing(Entry::at).reversed())
                .toList();
    }

    private static Entry decision(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                Optional.of(Decision.valueOf(row.getString("decision"))),
                row.getString("reason"),
                Optional.ofNullable(row.getString("verdict")),
                row.getBoolean("overrides"));
    }

    private static Entry note(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"),
                Optional.empty(),
                row.getString("note"),
                Optional.empty(),
                false);
    }

    private static Subject subject(Member member) {
        return new Subject("member", member.id().toString());
    }

    private OffsetDateTime now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
