package jp.readiness.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jp.readiness.SettableClock;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import jp.readiness.trackrecord.Prediction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outcomes in the databases that they have to work on. */
class OutcomeRepositoryTest {

    private static final Result LEFT = Result.left(Optional.of("one"), Optional.of("no-data"), "担当の 例示 花子 さんが転職したため");

    /** A cohort of two in a database of its own. */
    private static final class Stored {

        final JdbcClient jdbc;
        final OutcomeRepository outcomes;
        final UUID cohort = UUID.randomUUID();
        final UUID sheet = UUID.randomUUID();
        final UUID member = UUID.randomUUID();

        Stored(TestDatabase kind, String origin) {
            DataSource database = kind.migrated();
            jdbc = JdbcClient.create(database);
            outcomes = new OutcomeRepository(jdbc, new SettableClock());
            jdbc.sql("""
                    insert into cohort (id, programme, edition, name, origin, created_by, created_at, last_position, revision)
                    values (:id, 'camp', '2022', 'test', :origin, 'system', current_timestamp, 2, 1)
                    """).param("id", cohort).param("origin", origin).update();
            jdbc.sql("""
                    insert into answer_sheet (id, programme, edition, edit_token_hash, view_token_hash,
                                              answers, unsure, unread, created_at, updated_at, revision)
                    values (:id, 'camp', '2022', :edit, :view, '{}', '[]', '{}', current_timestamp, current_timestamp, 1)
                    """)
                    .param("id", sheet)
                    .param("edit", "e".repeat(64))
                    .param("view", "v".repeat(64))
                    .update();
            insert(member, Optional.of(sheet), 1);
            insert(UUID.randomUUID(), Optional.empty(), 2);
        }

        private void insert(UUID id, Optional<UUID> itsSheet, int position) {
            jdbc.sql("""
                    insert into cohort_member (id, cohort_id, sheet_id, position, source, joined_at)
                    values (:id, :cohort, :sheet, :position, 'FILE', current_timestamp)
                    """)
                    .param("id", id)
                    .param("cohort", cohort)
                    .param("sheet", itsSheet.orElse(null))
                    .param("position", position)
                    .update();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_noted_last_counts_and_what_was_noted_before_stays(TestDatabase kind) {
        Stored stored = new Stored(kind, "REAL");
        stored.outcomes.note(stored.member, Optional.of(stored.sheet), LEFT, "system");
        stored.outcomes.note(stored.member, Optional.of(stored.sheet), Result.FINISHED, "someone");

        assertThat(stored.outcomes.latest(stored.cohort))
                .extracting(Noted::result)
                .containsExactly(Result.FINISHED);
        assertThat(stored.outcomes.history(stored.member))
                .extracting(Noted::sequence, Noted::result, Noted::recordedBy)
                .containsExactly(tuple(2, Result.FINISHED, "someone"), tuple(1, LEFT, "system"));
        assertThat(stored.outcomes.counts(stored.cohort)).isEqualTo(new TrackRecordView.Counts(2, 1, 0, 1, 0));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_reason_in_words_goes_with_the_sheet_and_the_outcome_stays(TestDatabase kind) {
        Stored stored = new Stored(kind, "REAL");
        stored.outcomes.note(stored.member, Optional.of(stored.sheet), LEFT, "system");

        stored.jdbc.sql("delete from answer_sheet").update();

        assertThat(stored.outcomes.latest(stored.cohort))
                .extracting(Noted::result)
                .containsExactly(Result.left(Optional.of("one"), Optional.of("no-data"), ""));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_prediction_is_kept_as_it_was(TestDatabase kind) {
        Stored stored = new Stored(kind, "REAL");
        Prediction prediction = new Prediction(
                Verdict.READY, 0.1 + 0.2, Band.MEDIUM, Map.of("one", 0.1, "二", 0.2), Set.of("使えるデータがない"));
        assertThat(stored.outcomes.hasPrediction(stored.member)).isFalse();

        stored.outcomes.keepPrediction(stored.member, "a".repeat(64), prediction);

        assertThat(stored.outcomes.hasPrediction(stored.member)).isTrue();
        assertThat(stored.outcomes.predictions(stored.cohort)).isEqualTo(Map.of(stored.member, prediction));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_outcomes_of_applicants_who_exist_calibrate(TestDatabase kind) {
        for (String origin : List.of("REAL", "RECONSTRUCTED", "SYNTHETIC")) {
            Stored stored = new Stored(kind, origin);
            stored.outcomes.note(stored.member, Optional.of(stored.sheet), LEFT, "system");
            assertThat(stored.outcomes.realOutcomes("camp", "2022"))
                    .as(origin)
                    .isEqualTo(origin.equals("REAL") ? 1 : 0);
            stored.outcomes.note(stored.member, Optional.of(stored.sheet), Result.OPEN, "system");
            assertThat(stored.outcomes.realOutcomes("camp", "2022")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_version_at_the_time_is_that_of_the_decision_before_that_of_the_advice(TestDatabase kind) {
        Stored stored = new Stored(kind, "REAL");
        assertThat(stored.outcomes.versionAtTheTime(stored.member)).isEmpty();
        stored.jdbc
                .sql("""
                insert into assessment (id, sheet_id, version, as_of, answers, result, created_at, sequence)
                values (:id, :sheet, :version, current_date, '{}', '{}', current_timestamp, 1)
                """)
                .param("id", UUID.randomUUID())
                .param("sheet", stored.sheet)
                .param("version", "a".repeat(64))
                .update();
        assertThat(stored.outcomes.versionAtTheTime(stored.member)).contains("a".repeat(64));
        stored.jdbc
                .sql("""
                insert into cohort_decision (id, member_id, sheet_id, decision, reason, version, overrides, decided_by, decided_at)
                values (:id, :member, :sheet, 'ACCEPT', '', :version, false, 'system', current_timestamp)
                """)
                .param("id", UUID.randomUUID())
                .param("member", stored.member)
                .param("sheet", stored.sheet)
                .param("version", "d".repeat(64))
                .update();
        assertThat(stored.outcomes.versionAtTheTime(stored.member)).contains("d".repeat(64));
    }
}
