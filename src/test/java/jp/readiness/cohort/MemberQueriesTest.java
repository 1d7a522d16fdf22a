package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import jp.readiness.TestDatabase;
import jp.readiness.advice.Band;
import jp.readiness.advice.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists and counts of ten thousand members, on each database, against what a loop in memory says. */
class MemberQueriesTest {

    private static final int MANY = 10_000;

    private static Projection said(int i) {
        return Projected.as(Verdict.values()[i % 5], Band.values()[i % 3])
                .unmet(i % 4 == 0 ? "team" : "vision")
                .fired(i % 7 == 0 ? "taster" : "lone")
                .asked("dataAmount" + i % 6)
                .step("one", 0.1, Band.LOW)
                .step("two", 0.4 + i % 3 / 10.0, Band.values()[i % 3])
                .made();
    }

    private static Filter filter(String... pairs) {
        Map<String, String> sent = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            sent.put(pairs[i], pairs[i + 1]);
        }
        return Filter.of(sent);
    }

    private static long count(IntPredicate which) {
        return IntStream.range(0, MANY).filter(which).count();
    }

    @ParameterizedTest
    @EnumSource
    void ten_thousand_members_are_listed_filtered_sorted_and_counted(TestDatabase kind) {
        StoredCohorts stored = new StoredCohorts(kind);
        UUID cohort = stored.cohortOf(stored.sheets(MANY));
        stored.cohortOf(stored.sheets(3));
        List<UUID> ids = stored.jdbc
                .sql("select id from cohort_member where cohort_id = :cohort order by position")
                .param("cohort", cohort)
                .query(UUID.class)
                .list();
        Map<UUID, Projection> judged = new HashMap<>();
        IntStream.range(0, MANY).forEach(i -> judged.put(ids.get(i), said(i)));
        stored.members.keep(cohort, judged);
        MemberQueries queries = new MemberQueries(stored.jdbc);

        assertThat(queries.count(cohort, filter())).isEqualTo(MANY);
        assertThat(queries.count(cohort, filter("verdict", "NOT_YET", "band", "HIGH")))
                .isEqualTo((int) count(i -> i % 5 == Verdict.NOT_YET.ordinal() && i % 3 == 2));
        assertThat(queries.count(cohort, filter("finding", "team", "question", "dataAmount2")))
                .isEqualTo((int) count(i -> i % 4 == 0 && i % 6 == 2));
        assertThat(queries.count(cohort, filter("step", "two"))).isEqualTo((int) count(i -> i % 3 > 0));
        assertThat(queries.count(cohort, filter("q", "0001")))
                .isEqualTo((int) count(i -> "%05d".formatted(i + 1).contains("0001")));
        assertThat(queries.count(cohort, filter("q", "%"))).isZero();
        assertThat(queries.count(cohort, filter("decision", Filter.UNDECIDED))).isEqualTo(MANY);
        stored.members.end(ids.get(7), Optional.of(Ending.LEFT));
        stored.members.end(ids.get(8), Optional.of(Ending.LEFT));
        stored.members.end(ids.get(8), Optional.empty());
        assertThat(queries.count(cohort, filter("ending", Filter.UNDECIDED))).isEqualTo(MANY - 1);
        assertThat(queries.page(cohort, filter("ending", "LEFT"), 50))
                .singleElement()
                .satisfies(line -> assertThat(line.ending()).contains(Ending.LEFT));
        assertThat(queries.page(cohort, filter("sort", "ENDING", "order", "desc"), 1)
                        .get(0)
                        .position())
                .isEqualTo(8);

        List<MemberQueries.Line> last = queries.page(cohort, filter("page", "200"), 50);
        assertThat(last)
                .extracting(MemberQueries.Line::position)
                .startsWith(9_951)
                .endsWith(10_000);
        assertThat(queries.page(cohort, filter("sort", "VERDICT", "order", "desc"), 50))
                .allMatch(line -> line.verdict().orElseThrow() == Verdict.READY);
        assertThat(queries.page(cohort, filter("sort", "NAME", "order", "desc"), 1)
                        .get(0)
                        .name())
                .isEqualTo("会社 10000");

        MemberQueries.Counts counts = queries.counts(cohort);
        assertThat(counts.members()).isEqualTo(MANY);
        assertThat(counts.verdicts().values()).allMatch(each -> each == MANY / 5);
        assertThat(counts.marks().get(Mark.UNMET)).containsEntry("team", MANY / 4);
        assertThat(counts.marks().get(Mark.FIRED)).containsEntry("taster", (int) count(i -> i % 7 == 0));
        assertThat(counts.steps().get("one")).isEqualTo(Map.of(Band.LOW, MANY));
        assertThat(counts.peaks()).isEqualTo(Map.of("two", (int) count(i -> i % 3 > 0)));
        assertThat(queries.reasons(cohort, ids.subList(0, 50))).hasSize(50);
    }

    @ParameterizedTest
    @EnumSource
    void what_an_address_holds_cannot_become_a_piece_of_sql(TestDatabase kind) {
        StoredCohorts stored = new StoredCohorts(kind);
        UUID cohort = stored.cohortOf(stored.sheets(2));
        MemberQueries queries = new MemberQueries(stored.jdbc);
        String evil = "' or '1'='1' --";
        for (String name :
                List.of("q", "verdict", "band", "decision", "step", "finding", "question", "ending", "sort", "page")) {
            assertThat(queries.page(cohort, filter(name, evil), 50)).as(name).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(queries.count(cohort, filter("q", evil))).isZero();
        assertThat(queries.count(cohort, filter("finding", evil))).isZero();
    }
}
