package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of the members of a cohort, on each database it must run on. */
class MemberRepositoryTest {

    @ParameterizedTest
    @EnumSource
    void members_come_back_in_the_order_they_came_with_what_the_rules_said(TestDatabase kind) {
        StoredCohorts stored = new StoredCohorts(kind);
        List<UUID> sheets = stored.sheets(3);
        UUID cohort = stored.cohortOf(sheets);
        UUID second = stored.members.all(cohort).get(1).id();
        Projection said = Projected.as(Verdict.NOT_YET, Band.HIGH)
                .unmet("参加者数", "team")
                .fired("taster")
                .asked("dataAmount")
                .step("one", 0.1, Band.LOW)
                .step("two", 0.6, Band.HIGH)
                .made();

        stored.members.keep(cohort, Map.of(second, said));

        List<Member> members = stored.members.all(cohort);
        assertThat(members).extracting(Member::name).containsExactly("会社 00001", "会社 00002", "会社 00003");
        assertThat(members).extracting(Member::position).containsExactly(1, 2, 3);
        assertThat(members.get(1).projection()).contains(said);
        assertThat(members.get(0).projection()).isEmpty();
        assertThat(stored.members.byId(cohort, second)).contains(members.get(1));
        assertThat(stored.members.byId(UUID.randomUUID(), second)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_the_rules_say_anew_takes_the_place_of_what_they_said(TestDatabase kind) {
        StoredCohorts stored = new StoredCohorts(kind);
        UUID cohort = stored.cohortOf(stored.sheets(1));
        UUID member = stored.members.all(cohort).get(0).id();
        stored.members.keep(
                cohort,
                Map.of(
                        member,
                        Projected.as(Verdict.NOT_YET, Band.HIGH)
                                .unmet("a", "b")
                                .step("one", 0.6, Band.HIGH)
                                .made()));

        Projection now =
                Projected.as(Verdict.READY, Band.LOW).step("one", 0.1, Band.LOW).made();
        stored.members.keep(cohort, Map.of(member, now));

        assertThat(stored.members.all(cohort).get(0).projection()).contains(now);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_is_new_or_answered_anew_or_has_new_rules_waits_to_be_judged(TestDatabase kind) {
        StoredCohorts stored = new StoredCohorts(kind);
        List<UUID> sheets = stored.sheets(2);
        UUID cohort = stored.cohortOf(sheets);
        List<Member> members = stored.members.all(cohort);
        assertThat(stored.members.staleCount(cohort, StoredCohorts.VERSION)).isEqualTo(2);

        Projection said = StoredCohorts.projection(Verdict.READY, Band.LOW);
        stored.members.keep(
                cohort, Map.of(members.get(0).id(), said, members.get(1).id(), said));
        assertThat(stored.members.stale(cohort, StoredCohorts.VERSION, 10)).isEmpty();
        assertThat(stored.members.staleCount(cohort, "b".repeat(64))).isEqualTo(2);

        stored.jdbc
                .sql("update answer_sheet set revision = 2 where id = :id")
                .param("id", sheets.get(1))
                .update();
        assertThat(stored.members.stale(cohort, StoredCohorts.VERSION, 10))
                .containsExactly(new MemberRepository.Stale(members.get(1).id(), sheets.get(1), 2));
    }

    @ParameterizedTest
    @EnumSource
    void a_deleted_sheet_leaves_the_statistics_without_a_name(TestDatabase kind) {
        StoredCohorts stored = new StoredCohorts(kind);
        List<UUID> sheets = stored.sheets(1);
        UUID cohort = stored.cohortOf(sheets);
        UUID member = stored.members.all(cohort).get(0).id();
        Projection said = Projected.as(Verdict.READY, Band.LOW).fired("taster").made();
        stored.members.keep(cohort, Map.of(member, said));

        stored.jdbc.sql("delete from answer_sheet").update();

        Member left = stored.members.all(cohort).get(0);
        assertThat(left.sheet()).isEmpty();
        assertThat(left.name()).isEmpty();
        assertThat(left.projection()).contains(said);
        assertThat(stored.members.staleCount(cohort, "b".repeat(64))).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void thirty_at_once_get_a_place_each(TestDatabase kind) throws Exception {
        StoredCohorts stored = new StoredCohorts(kind);
        UUID cohort = stored.cohort("test");
        List<UUID> sheets = stored.sheets(30);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(stored.database));
        ExecutorService threads = Executors.newFixedThreadPool(30);
        try {
            List<Future<?>> all = sheets.stream()
                    .<Future<?>>map(sheet ->
                            threads.submit(() -> transaction.executeWithoutResult(status -> stored.members.add(
                                    cohort, List.of(sheet), stored.cohorts.takePositions(cohort, 1), Source.HAND_IN))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(stored.members.all(cohort))
                .extracting(Member::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }
}
