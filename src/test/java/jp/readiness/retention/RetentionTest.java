package jp.readiness.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.cohort.Projection;
import jp.readiness.library.Library;
import jp.readiness.outcome.Outcomes;
import jp.readiness.outcome.Result;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.run.RunServer;
import jp.readiness.screening.AnswerSheets.NewSheet;
import jp.readiness.trackrecord.TrackRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names whose day has passed go by night or by hand. */
@RunServer
class RetentionTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Retention retention;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Library library;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Cohort cohort(Optional<LocalDate> until) {
        Cohort cohort = cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan("camp", "2022", "第1回 " + UUID.randomUUID(), Optional.empty(), Origin.REAL, until));
        Answers answers = Answers.NONE
                .with("participants", Answer.Number.of(2))
                .with("tools", new Answer.Choices(Set.of("EXCEL")))
                .with("note", new Answer.ShortText("山田が書きました"));
        cohorts.add(Audit.SYSTEM, cohort, List.of(new NewSheet(answers, Optional.of("例示製作所"))));
        return cohort;
    }

    /** As many applicants as a boot camp has, each with a name, and of most it is known how it ended. */
    private Cohort pastWithOutcomes() {
        Cohort cohort = cohort(Optional.of(LocalDate.now(clock).minusDays(1)));
        cohorts.add(
                Audit.SYSTEM,
                cohort,
                IntStream.range(0, 40)
                        .mapToObj(i -> new NewSheet(
                                Answers.NONE
                                        .with("participants", Answer.Number.of(1 + i % 3))
                                        .with("hasData", new Answer.YesNo(i % 4 > 0))
                                        .with("note", new Answer.ShortText("担当は山田" + i)),
                                Optional.of("例示製作所" + i)))
                        .toList());
        cohorts.judge(cohort);
        List<Member> members = cohorts.members(cohort.id());
        for (Member member : members.subList(5, members.size())) {
            boolean left = member.position() % 4 == 1;
            Result result =
                    left ? Result.left(Optional.of("lectures"), Optional.of("no-data"), "山田さんが異動") : Result.FINISHED;
            outcomes.note(Audit.SYSTEM, cohort, member, result);
        }
        return cohort;
    }

    private static String pictureOf(Visitor screener, Cohort cohort) {
        String page = screener.get("/staff/cohorts/" + cohort.id()).body();
        return page.substring(page.indexOf("全体のようす"), page.indexOf("応募者の一覧"));
    }

    private String answersOf(Cohort cohort) {
        return jdbc.sql("select s.answers from answer_sheet s join cohort_member m on m.sheet_id = s.id"
                        + " where m.cohort_id = ?")
                .param(cohort.id())
                .query(String.class)
                .single();
    }

    private long namesOf(Cohort cohort) {
        return jdbc.sql("select count(*) from applicant a join cohort_member m on m.sheet_id = a.sheet_id"
                        + " where m.cohort_id = ?")
                .param(cohort.id())
                .query(Long.class)
                .single();
    }

    @Test
    void at_night_names_and_words_go_and_what_was_chosen_or_counted_stays() {
        Cohort cohort = cohort(Optional.of(LocalDate.now(clock)));
        retention.everyNight();
        assertThat(namesOf(cohort)).isEqualTo(1);

        clock.pass(Duration.ofDays(1));
        retention.everyNight();

        assertThat(namesOf(cohort)).isZero();
        assertThat(answersOf(cohort)).contains("\"participants\":2", "EXCEL").doesNotContain("山田", "note");
        AuditEvent trace = audit.newest(1).get(0);
        assertThat(trace.action()).isEqualTo("NAMES_REMOVED");
        assertThat(trace.actor()).isEqualTo(Audit.SYSTEM);
        assertThat(trace.subject().id()).isEqualTo(cohort.id().toString());
        assertThat(audit.firstBroken()).isEmpty();
    }

    @Test
    void what_is_counted_is_the_same_before_and_after() {
        Cohort cohort = pastWithOutcomes();
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        UUID decided = cohorts.members(cohort.id()).get(0).id();
        String member = "/staff/cohorts/" + cohort.id() + "/members/" + decided;
        screener.get(member);
        screener.post(member + "/decision", "decision", "DECLINE", "reason", "山田さんが退職");
        Edition edition = library.edition("camp", "2022").orElseThrow().edition();
        String picture = pictureOf(screener, cohort);
        TrackRecord record = outcomes.trackRecord(edition, List.of(cohort));
        List<Optional<Projection>> said =
                cohorts.members(cohort.id()).stream().map(Member::projection).toList();

        assertThat(retention.remove(Audit.SYSTEM)).isGreaterThanOrEqualTo(41);

        assertThat(namesOf(cohort)).isZero();
        assertThat(screener.get(member).body()).contains("見送る").doesNotContain("山田", "例示製作所");
        cohorts.judge(cohort);
        assertThat(pictureOf(screener, cohort)).isEqualTo(picture).contains("データがない");
        assertThat(outcomes.trackRecord(edition, List.of(cohort))).isEqualTo(record);
        assertThat(cohorts.members(cohort.id()))
                .extracting(Member::projection)
                .isEqualTo(said)
                .allMatch(Optional::isPresent);
        assertThat(outcomes.latest(cohort.id()).values())
                .hasSize(36)
                .allMatch(noted -> noted.result().reason().isEmpty());
    }

    @Test
    void administrators_see_whose_names_go_next_and_may_remove_them_at_once() {
        Cohort past = cohort(Optional.of(LocalDate.now(clock).minusDays(1)));
        Cohort open = cohort(Optional.empty());
        Visitor boss = staff.loggedIn(new Visitor(port), Role.ADMINISTRATOR);
        assertThat(boss.get("/staff/retention").body()).contains(past.name(), open.name(), "いま消す");

        boss.post("/staff/retention");

        assertThat(boss.get("/staff/retention").body()).contains("名前と連絡先を消しました").doesNotContain(past.name());
        assertThat(namesOf(past)).isZero();
        assertThat(namesOf(open)).isEqualTo(1);
        assertThat(staff.loggedIn(new Visitor(port), Role.SCREENER)
                        .get("/staff/retention")
                        .statusCode())
                .isEqualTo(403);
    }
}
