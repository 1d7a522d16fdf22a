package jp.readiness.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Origin;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.run.RunServer;
import jp.readiness.screening.AnswerSheets.NewSheet;
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
