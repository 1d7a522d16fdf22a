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
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
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
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> sheet("会社 %05d".formatted(i)))
                .toList();
    }

    UUID sheet(String name) {
        UUID id = UUID.randomUUID();
        String key = id.toString().replace("-", "");
        jdbc.sql("""
                insert into answer_sheet (id, programme, edition, edit_token_hash, view_token_hash,
                                          answers, unsure, unread, created_at, updated_at, revision)
                values (:id, 'camp', '2022', :edit, :view, '{}', '[]', '{}', current_timestamp, current_timestamp, 1)
                """)
                .param("id", id)
                .param("edit", "e" + key + "0".repeat(31))
                .param("view", "v" + key + "0".repeat(31))
                .update();
        jdbc.sql("insert into applicant (sheet_id, name) values (:id, :name)")
                .param("id", id)
                .param("name", name)
                .update();
        return id;
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
