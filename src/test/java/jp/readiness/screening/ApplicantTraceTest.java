package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What applicants do with a sheet that the office sees leaves a trace, without their name. */
@SmallServer
class ApplicantTraceTest {

    private static final int MORE_THAN_A_TEST_WRITES = 100;

    @LocalServerPort
    private int port;

    @Autowired
    private SheetStore store;

    @Autowired
    private AnswerSheets sheets;

    @Autowired
    private Audit audit;

    @Autowired
    private TestStaff staff;

    @Autowired
    private SettableClock clock;

    private Visitor applicant;
    private String address;
    private UUID id;

    @BeforeEach
    void begin() {
        applicant = new Visitor(port);
        address = applicant.target(applicant.postWithout("/programmes/camp/sheets"));
        id = store.byEditToken(token()).orElseThrow().id();
    }

    private String token() {
        return address.substring("/sheets/".length());
    }

    private void handIn() {
        HttpResponse<String> sent = applicant.postWithout(
                address + "/hand-in", "company", "甲社", "person", "山田", "email", "a@example.jp", "consent", "on");
        assertThat(sent.statusCode()).isEqualTo(303);
    }

    private void say(String participants) {
        applicant.postWithout(address + "/questions/team", "a.participants", participants);
    }

    /** The acts on this sheet, the first one first. */
    private List<AuditEvent> traces() {
        return audit.newest(MORE_THAN_A_TEST_WRITES).stream()
                .filter(event -> event.subject().id().equals(id.toString()))
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    @Test
    void handing_in_changing_and_deleting_are_kept_in_the_log_without_a_name() {
        say("2");
        handIn();
        say("3");
        say("4");
        clock.pass(Duration.ofDays(1));
        say("5");
        applicant.postWithout(address + "/delete");

        assertThat(traces())
                .extracting(AuditEvent::action)
                .containsExactly("SHEET_HANDED_IN", "SHEET_CHANGED", "SHEET_CHANGED", "SHEET_DELETED");
        assertThat(traces()).allSatisfy(event -> {
            assertThat(event.actor()).isEqualTo(Audit.APPLICANT);
            assertThat(event.toString()).doesNotContain("甲社", "山田", "example.jp", token());
        });
        assertThat(staff.loggedIn(new Visitor(port), Role.ADMINISTRATOR)
                        .get("/staff/audit")
                        .body())
                .contains("応募した方", "提出した回答の変更");
    }

    @Test
    void a_page_sent_again_without_a_change_leaves_no_trace() {
        say("2");
        handIn();
        applicant.postWithout(address + "/questions/team", "a.participants", "2", "was.participants", "2");

        assertThat(traces()).extracting(AuditEvent::action).containsExactly("SHEET_HANDED_IN");
    }

    @Test
    void staff_are_told_that_the_owner_has_deleted_the_sheet() {
        handIn();
        Visitor screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
        assertThat(screener.get("/staff/sheets/" + id).statusCode()).isEqualTo(200);
        applicant.postWithout(address + "/delete");

        HttpResponse<String> gone = screener.get("/staff/sheets/" + id);

        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("<h1>ご本人が削除しました").doesNotContain("甲社");
        assertThat(screener.post("/staff/sheets/" + id + "/links").statusCode()).isEqualTo(410);
    }

    @Test
    void a_deletion_by_the_api_leaves_the_same_trace() {
        sheets.delete(token());

        assertThat(traces()).extracting(AuditEvent::action).containsExactly("SHEET_DELETED");
    }
}
