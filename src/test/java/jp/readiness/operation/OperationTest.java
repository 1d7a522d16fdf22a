package jp.readiness.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Adviser;
import jp.readiness.library.Library;
import jp.readiness.programme.Answers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Health, metrics and the page of rules with the sound programmes that come along. */
@RunningServer
class OperationTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Library library;

    @Autowired
    private LibraryHealth health;

    @Autowired
    private MeasuredAdvice advice;

    @Autowired
    private TestStaff staff;

    @Test
    void the_library_is_up_and_says_what_is_live() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails())
                .containsEntry("editionsLive", library.editions().size())
                .containsEntry("editionsBroken", Set.of());
    }

    @Test
    void assessments_are_timed_by_programme_edition_and_verdict() {
        Adviser adviser = library.editions().get(0);
        advice.assess(adviser, Answers.NONE, LocalDate.of(2026, 11, 22));
        String metrics = staff.loggedIn(new Visitor(port), Role.ADMINISTRATOR)
                .get("/actuator/prometheus")
                .body();
        assertThat(metrics)
                .contains("readiness_assessments_seconds_count{edition=\""
                        + adviser.edition().id() + "\",programme=\""
                        + adviser.edition().programme() + "\",verdict=")
                .contains("readiness_editions_live " + library.editions().size() + ".0")
                .contains("readiness_rules_problems{severity=\"ERROR\"} 0.0");
    }

    @Test
    void every_member_sees_which_editions_are_live() {
        String body = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR)
                .get("/staff/rules")
                .body();
        for (Adviser adviser : library.editions()) {
            assertThat(body)
                    .contains(
                            adviser.edition().name(),
                            adviser.edition().version().substring(0, 12));
        }
        assertThat(body).contains("誤りはありません");
    }
}
