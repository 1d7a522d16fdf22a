package jp.readiness.cohort;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import jp.readiness.SettableClock;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cohorts in a database of their own, with sheets put there by hand. */
final class StoredCohorts {

    static final String VERSION = "a".repeat(64);

    final DataSource database;
    final JdbcClient jdbc;
    final CohortRepository cohorts;
    final MemberRepository members;
    private final Clock clock = new SettableClock();

    StoredCohorts(TestDatabase kind) {
        database = kind.migrated();
        jdbc = JdbcClient.create(database);
        cohorts = new CohortRepository(jdbc, clock);
        members = new MemberRepository(jdbc, new NamedParameterJdbcTemplate(database), clock);
    }

    UUID cohort(String name) {
        return cohorts.insert(
                new Cohort.Plan("camp", "2022", name, Optional.empty(), Origin.REAL, Optional.empty()), "system");
    }

    /** Sheets with a name each. */
    List<UUID> sheets(int count) {
        return sheets(
                IntStream.rangeClosed(1, count).mapToObj("会社 %05d"::formatted).toList());
    }

    /** As {@link #sheets}, written in one go. */
    private List<UUID> sheets(List<String> names) {
        List<UUID> ids = names.stream().map(name -> UUID.randomUUID()).toList();
        SqlParameterSource[] rows = IntStream.range(0, names.size())
                .mapToObj(i -> new MapSqlParameterSource("id", ids.get(i))
                        .addValue("name", names.get(i))
                        .addValue("edit", "e" + key(ids.get(i)))
                        .addValue("view", "v" + key(ids.get(i))))
                .toArray(SqlParameterSource[]::new);
        NamedParameterJdbcTemplate batches = new NamedParameterJdbcTemplate(database);
        batches.batchUpdate("""
                insert into answer_sheet (id, programme, edition, edit_token_hash, view_token_hash,
                                          answers, unsure, unread, created_at, updated_at, revision)
                values (:id, 'camp', '2022', :edit, :view, '{}', '[]', '{}', current_timestamp, current_timestamp, 1)
                """, rows);
        batches.batchUpdate("insert into applicant (sheet_id, name) values (:id, :name)", rows);
        return ids;
    }

    private static String key(UUID id) {
        return id.toString().replace("-", "") + "0".repeat(31);
    }

    UUID cohortOf(List<UUID> sheets) {
        UUID cohort = cohort("test");
        members.add(cohort, sheets, cohorts.takePositions(cohort, sheets.size()), Source.FILE);
        return cohort;
    }

    static Projection projection(Verdict verdict, Band band) {
        return Projected.as(verdict, band).made();
    }
}
