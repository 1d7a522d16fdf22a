package jp.readiness.workbench;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.check.Impact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps which impacts were seen, by the content of the draft. */
@Repository
class ImpactRepository {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImpactRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An impact that somebody saw.
     *
     * @param cohort empty once the cohort is deleted, and its name with it
     * @param by id of a staff account
     */
    record Seen(
            Optional<UUID> cohort,
            String cohortName,
            int applicants,
            int flipped,
            int acceptedBefore,
            int acceptedAfter,
            String by,
            Instant at) {}

    /**
     * What was seen of that content beside that version, the newest first.
     *
     * @param hash of the draft's content
     * @param before hash of the version that it would replace
     */
    List<Seen> seen(UUID draft, String hash, String before) {
        return jdbc.sql("""
                select i.cohort_id, c.name, i.applicants, i.flipped, i.accepted_before, i.accepted_after, i.seen_by,
                       i.seen_at
                from draft_impact i left join cohort c on c.id = i.cohort_id
                where i.draft_id = ? and i.hash = ? and i.before_hash = ? order by i.seen_at desc, i.id
                """)
                .params(draft, hash, before)
                .query((row, number) -> new Seen(
                        Optional.ofNullable(row.getObject("cohort_id", UUID.class)),
                        Optional.ofNullable(row.getString("name")).orElse(""),
                        row.getInt("applicants"),
                        row.getInt("flipped"),
                        row.getInt("accepted_before"),
                        row.getInt("accepted_after"),
                        row.getString("seen_by"),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The latest of a cohort takes the place of an earlier one. */
    @Transactional
    void saw(String actor, UUID draft, String hash, String before, UUID cohort, Impact counts) {
        jdbc.sql("delete from draft_impact where draft_id = ? and hash = ? and before_hash = ? and cohort_id = ?")
                .params(draft, hash, before, cohort)
                .update();
        jdbc.sql("insert into draft_impact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID(),
                        draft,
                        hash,
                        before,
                        cohort,
                        counts.applicants(),
                        counts.flipped(),
                        counts.accepted(false),
                        counts.accepted(true),
                        actor,
                        OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC))
                .update();
    }
}
