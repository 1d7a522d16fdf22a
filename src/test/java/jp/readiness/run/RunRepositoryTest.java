package jp.readiness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.TestDatabase;
import jp.readiness.programme.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs come back as they were kept, on each database. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RunRepositoryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T03:00:00.123Z");

    private final RunRepository runs;

    RunRepositoryTest(TestDatabase kind) {
        runs = new RunRepository(JdbcClient.create(kind.migrated()));
    }

    private static Run draft(String file, Instant at) {
        UUID id = UUID.randomUUID();
        return new Run(
                id,
                id.toString(),
                "camp",
                "2022",
                "a".repeat(64),
                LocalDate.of(2026, 11, 22),
                "令和3年度\t’26.csv",
                file.repeat(64),
                3_000_000_000L,
                Optional.empty(),
                Map.of(),
                true,
                Locale.ENGLISH,
                Run.State.DRAFT,
                0,
                0,
                List.of(),
                List.of(),
                "actor",
                at,
                Optional.empty());
    }

    private Run kept(Run run) {
        runs.insert(run);
        return run;
    }

    private Run in(Run.State state, Run draft) {
        Run next = draft.ordered(draft.encoding(), draft.byHand(), state);
        assertThat(runs.update(next, Run.State.DRAFT)).isTrue();
        return next;
    }

    @Test
    void a_run_comes_back_as_it_was_kept() {
        Run draft = kept(draft("a", NOON));
        assertThat(runs.byId(draft.id())).contains(draft);

        Run ordered = draft.ordered(
                Optional.of(Charset.forName("windows-31j")), Map.of("人数「\"x\"」", "participants"), Run.State.WAITING);
        assertThat(runs.update(ordered, Run.State.DRAFT)).isTrue();
        Text text = new Text("列「備考」は読みません。", "The column is not read.");
        Run done = ordered.ended(
                Run.State.DONE, 3_360_000_000L, 2, List.of(text), List.of(text, text), NOON.plusSeconds(9));
        assertThat(runs.update(done, Run.State.WAITING)).isTrue();

        assertThat(runs.byId(draft.id())).contains(done);
    }

    @Test
    void of_two_who_change_a_run_at_once_one_is_told_that_it_came_late() {
        Run draft = kept(draft("a", NOON));
        in(Run.State.WAITING, draft);

        assertThat(runs.update(draft.ordered(Optional.empty(), Map.of(), Run.State.WAITING), Run.State.DRAFT))
                .isFalse();
        assertThat(runs.delete(draft.id())).isTrue();
        assertThat(runs.delete(draft.id())).isFalse();
        assertThat(runs.update(draft, Run.State.WAITING)).isFalse();
    }

    @Test
    void those_that_wait_come_in_their_order_and_all_the_newest_first() {
        Run second = in(Run.State.WAITING, kept(draft("a", NOON.plusSeconds(2))));
        Run first = in(Run.State.WAITING, kept(draft("b", NOON.plusSeconds(1))));
        Run draft = kept(draft("c", NOON.plusSeconds(3)));
        in(Run.State.CANCELLED, kept(draft("d", NOON)));

        assertThat(runs.waiting()).containsExactly(first, second);
        assertThat(runs.newest(3)).containsExactly(draft, second, first);
        assertThat(runs.unfinished()).isEqualTo(3);
        assertThat(runs.folders()).hasSize(4);
    }

    @Test
    void the_same_file_is_one_that_another_run_has_judged_or_will() {
        Run earlier = in(Run.State.WAITING, kept(draft("a", NOON)));
        in(Run.State.FAILED, kept(draft("b", NOON)));
        Run again = kept(draft("a", NOON.plusSeconds(1)));

        assertThat(runs.sameFile(again)).contains(earlier);
        assertThat(runs.sameFile(earlier)).as("a draft").isEmpty();
        assertThat(runs.sameFile(draft("b", NOON))).as("failed").isEmpty();
    }

    @Test
    void what_is_old_is_found_unless_it_is_being_judged() {
        Run old = kept(draft("a", NOON));
        in(Run.State.WAITING, kept(draft("b", NOON)));

        assertThat(runs.createdBefore(NOON)).isEmpty();
        assertThat(runs.createdBefore(NOON.plusMillis(1))).containsExactly(old);
    }
}
