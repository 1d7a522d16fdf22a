package jp.readiness.cohort;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps cohorts, without their members. */
@Repository
@Transactional
class CohortRepository {

    private static final String COLUMNS = """
            select c.id, c.programme, c.edition, c.name, c.held_on, c.origin, c.hand_in_code, c.hand_in_until,
                   c.retention_until, c.created_at, c.revision
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    CohortRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID insert(Cohort.Plan plan, String actor) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into cohort (id, programme, edition, name, held_on, origin, retention_until, created_by, created_at,
                                    last_position, revision)
                values (:id, :programme, :edition, :name, :heldOn, :origin, :retentionUntil, :actor, :now, 0, 1)
                """)
                .param("id", id)
                .param("programme", plan.programme())
                .param("edition", plan.edition())
                .param("name", plan.name())
                .param("heldOn", plan.heldOn().orElse(null))
                .param("origin", plan.origin().name())
                .param("retentionUntil", plan.retentionUntil().orElse(null))
                .param("actor", actor)
                .param("now", now())
                .update();
        return id;
    }

    @Transactional(readOnly = true)
    Optional<Cohort> byId(UUID id) {
        return jdbc.sql(COLUMNS + " from cohort c where c.id = :id")
                .param("id", id)
                .query(CohortRepository::cohort)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<Cohort> byCode(String code) {
        return jdbc.sql(COLUMNS + " from cohort c where c.hand_in_code = :code")
                .param("code", code)
                .query(CohortRepository::cohort)
                .optional();
    }

    /** @param members how many it has */
    record Counted(Cohort cohort, int members) {}

    /** That held last first; those without a day by the day they were made. */
    @Transactional(readOnly = true)
    List<Counted> all() {
        return jdbc.sql(COLUMNS + """
                , (select count(*) from cohort_member m where m.cohort_id = c.id) as members
                from cohort c
                order by coalesce(c.held_on, cast(c.created_at as date)) desc, c.created_at desc, c.id
                """)
                .query((row, number) -> new Counted(cohort(row, number), row.getInt("members")))
                .list();
    }

    void change(UUID id, Cohort.Plan plan) {
        jdbc.sql("""
                update cohort set programme = :programme, edition = :edition, name = :name, held_on = :heldOn, origin = :origin,
                                  retention_until = :retentionUntil, revision = revision + 1
                where id = :id
                """)
                .param("id", id)
                .param("programme", plan.programme())
                .param("edition", plan.edition())
                .param("name", plan.name())
                .param("heldOn", plan.heldOn().orElse(null))
                .param("origin", plan.origin().name())
                .param("retentionUntil", plan.retentionUntil().orElse(null))
                .update();
    }

    void openHandIn(UUID id, Cohort.HandIn handIn) {
        jdbc.sql("""
                update cohort set hand_in_code = :code, hand_in_until = :until, revision = revision + 1 where id = :id
                """)
                .param("id", id)
                .param("code", handIn.code())
                .param("until", handIn.until().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from cohort where id = :id").param("id", id).update();
    }

    /** Says that something its page shows has changed. */
    void touch(UUID id) {
        jdbc.sql("update cohort set revision = revision + 1 where id = :id")
                .param("id", id)
                .update();
    }

    /**
     * Sets the next places aside, one behind the other also where thirty hand in at once.
     *
     * @return the first of them
     */
    int takePositions(UUID id, int count) {
        int last = jdbc.sql("select last_position from cohort where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
        jdbc.sql("update cohort set last_position = :last, revision = revision + 1 where id = :id")
                .param("id", id)
                .param("last", last + count)
                .update();
        return last + 1;
    }

    private static Cohort cohort(ResultSet row, int number) throws SQLException {
        return new Cohort(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getString("edition"),
                row.getString("name"),
                Optional.ofNullable(row.getObject("held_on", LocalDate.class)),
                Origin.valueOf(row.getString("origin")),
                handIn(row.getString("hand_in_code"), row.getObject("hand_in_until", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("retention_until", LocalDate.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("revision"));
    }

    private static Optional<Cohort.HandIn> handIn(@Nullable String code, @Nullable OffsetDateTime until) {
        return code == null || until == null
                ? Optional.empty()
                : Optional.of(new Cohort.HandIn(code, until.toInstant()));
    }

    /** Databases keep microseconds. */
    private OffsetDateTime now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
