package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.readiness.SettableClock;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Adviser;
import jp.readiness.check.Impact;
import jp.readiness.library.FolderAdvice;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.rulebook.RuleCompiler;
import jp.readiness.workbench.Draft.Origin;
import jp.readiness.workbench.Draft.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts and seen impacts, on each database. */
class DraftRepositoryTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String HASH = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @ParameterizedTest
    @EnumSource
    void a_draft_is_kept_with_its_files_its_state_and_its_day(TestDatabase kind) {
        DraftRepository drafts = new DraftRepository(JdbcClient.create(kind.migrated()), new SettableClock());
        UUID id = drafts.insert("me", "camp", "2022", Optional.of(HASH), Origin.ONLINE, Map.of("rules.drl", "rule"));
        assertThat(drafts.save("you", id, "rules.drl", "rule 2", 1)).isTrue();
        assertThat(drafts.save("me", id, "rules.drl", "rule 3", 1))
                .as("not the latest")
                .isFalse();
        assertThat(drafts.files(id).get(0).text()).isEqualTo("rule 2");
        assertThat(drafts.editors(id)).containsExactly("you");

        Draft draft = drafts.byId(id).orElseThrow();
        drafts.schedule(draft, Optional.of(DAY));
        drafts.turn(draft, State.APPROVED, "why", "", Optional.of("you"));
        drafts.approved(draft, Optional.of("boss"));
        assertThat(drafts.due(DAY.minusDays(1))).isEmpty();
        assertThat(drafts.due(DAY)).singleElement().satisfies(due -> {
            assertThat(due.liveFrom()).contains(DAY);
            assertThat(due.approvedBy()).contains("boss");
            assertThat(due.reason()).isEqualTo("why");
        });
        assertThat(drafts.open()).hasSize(1);
        drafts.turn(draft, State.PUBLISHED, "why", "", Optional.of("you"));
        assertThat(drafts.open()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_seen_impact_belongs_to_one_content_and_outlives_its_cohort(TestDatabase kind) {
        DataSource database = kind.migrated();
        JdbcClient jdbc = JdbcClient.create(database);
        DraftRepository drafts = new DraftRepository(jdbc, new SettableClock());
        ImpactRepository impacts = new ImpactRepository(jdbc, new SettableClock());
        UUID draft = drafts.insert("me", "camp", "2022", Optional.of(OTHER), Origin.ONLINE, Map.of("rules.drl", ""));
        UUID cohort = UUID.randomUUID();
        jdbc.sql("""
                insert into cohort (id, programme, edition, name, origin, created_by, created_at, last_position, revision)
                values (?, 'camp', '2022', '第1回', 'REAL', 'me', current_timestamp, 0, 1)
                """).param(cohort).update();

        impacts.saw("me", draft, HASH, OTHER, cohort, counts());
        impacts.saw("you", draft, HASH, OTHER, cohort, counts());
        assertThat(impacts.seen(draft, OTHER, OTHER)).isEmpty();
        assertThat(impacts.seen(draft, HASH, HASH)).isEmpty();
        assertThat(impacts.seen(draft, HASH, OTHER)).singleElement().satisfies(seen -> {
            assertThat(seen.by()).isEqualTo("you");
            assertThat(seen.cohortName()).isEqualTo("第1回");
            assertThat(seen.applicants()).isEqualTo(1);
            assertThat(seen.flipped()).isZero();
        });
        jdbc.sql("delete from cohort where id = ?").param(cohort).update();
        assertThat(impacts.seen(draft, HASH, OTHER))
                .singleElement()
                .satisfies(seen -> assertThat(seen.cohort()).isEmpty());
    }

    private static Impact counts() {
        Adviser adviser = new FolderAdvice(SmallRules.ORIGINAL, new RuleCompiler(Path.of("target/test-cache")))
                .adviser("camp/2022", DAY);
        Impact impact = new Impact(adviser, adviser, DAY);
        impact.compare(
                Answers.NONE.with("participants", Answer.Number.of(2)),
                Answers.NONE.with("participants", Answer.Number.of(2)));
        return impact;
    }
}
