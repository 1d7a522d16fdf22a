package jp.readiness.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.RunningServer;
import jp.readiness.SettableClock;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Assessment;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Question;
import jp.readiness.programme.Question.AnsweredBy;
import jp.readiness.programme.QuestionType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** What staff see of the answers handed in, and what they may do with them; with the programmes that come along. */
@RunningServer
class DeskTest {

    private static final String COMPANY = "<script>alert(1)</script> \"𠮷田\" & 👩‍🏭";

    @LocalServerPort
    private int port;

    @Autowired
    private SheetStore store;

    @Autowired
    private Screening screening;

    @Autowired
    private Results results;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Audit audit;

    @Autowired
    private SettableClock clock;

    private String editToken;
    private UUID sheetId;
    private Edition edition;

    @BeforeEach
    void handIn() {
        clock.pass(Duration.ofDays(8));
        editToken = screening.begin("bootcamp", Optional.empty());
        OpenSheet sheet = screening.toEdit(editToken);
        sheetId = sheet.sheet().id();
        edition = sheet.edition();
        results.handIn(
                sheet, new Contact(COMPANY, "山田 <b>太郎</b>", "taro@example.jp", "03-0000-0000", "1行目\n<i>2行目</i>"));
    }

    private Visitor member(Role role) {
        return staff.loggedIn(new Visitor(port), role);
    }

    private String page() {
        return "/staff/sheets/" + sheetId;
    }

    private List<AuditEvent> newest(int count) {
        return audit.newest(count);
    }

    private Question choiceFor(AnsweredBy who) {
        return edition.questions().stream()
                .filter(question -> question.answeredBy() == who)
                .filter(question -> question.type() == QuestionType.YES_NO || question.type() == QuestionType.CHOICE)
                .findFirst()
                .orElseThrow();
    }

    private static String anAnswerTo(Question question) {
        return question.type() == QuestionType.YES_NO
                ? "true"
                : question.options().get(0).id();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SCREENER", "ADMINISTRATOR"})
    void those_who_screen_read_list_and_sheet_with_what_was_typed_shown_harmless(Role role) {
        Visitor member = member(role);
        for (String path : List.of("/staff", page())) {
            String body = member.get(path).body();
            assertThat(body)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "𠮷田", "👩‍🏭")
                    .doesNotContain("<script>alert", "<b>太郎", "<i>2行目");
        }
    }

    @Test
    void the_list_counts_what_was_handed_in_today_and_this_week() {
        String body = member(Role.SCREENER).get("/staff").body();
        assertThat(body)
                .containsPattern("今日</dt><dd>1件")
                .containsPattern("この7日間</dt><dd>1件")
                .contains("件のうち");
    }

    @Test
    void the_sheet_shows_every_finding_with_its_rules_and_the_contact() {
        String body = member(Role.SCREENER).get(page()).body();
        assertThat(body).contains("taro@example.jp", "class=\"reason__rules\"");
        edition.findings()
                .forEach(finding -> assertThat(body)
                        .contains(HtmlUtils.htmlEscape(finding.words().title().ja(), "UTF-8")));
    }

    @Test
    void reading_a_sheet_is_kept_in_the_log_without_a_name() {
        member(Role.SCREENER).get(page());
        AuditEvent read = newest(1).get(0);
        assertThat(read.action()).isEqualTo("SHEET_VIEWED");
        assertThat(read.subject().id()).isEqualTo(sheetId.toString());
        assertThat(read.toString()).doesNotContain("𠮷田", "taro");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SCREENER", "ADMINISTRATOR"})
    void those_who_screen_answer_the_questions_for_staff_and_the_sheet_is_judged_again(Role role) {
        Question question = choiceFor(AnsweredBy.STAFF);
        Visitor member = member(role);
        member.get(page());

        HttpResponse<String> sent = member.post(page() + "/answers", "a." + question.id(), anAnswerTo(question));

        assertThat(member.target(sent)).isEqualTo(page());
        assertThat(member.get(page()).body()).contains("保存して、判定し直しました");
        assertThat(sheet().values()).containsKey(question.id());
        assertThat(newest(2).get(1).detail()).isEqualTo("{\"questions\":[\"" + question.id() + "\"]}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"POLICY_EDITOR", "POLICY_APPROVER"})
    void others_learn_what_their_role_is_for_and_nothing_of_an_applicant(Role role) {
        Question question = choiceFor(AnsweredBy.STAFF);
        Visitor member = member(role);
        HttpResponse<String> home = member.get("/staff");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains(role == Role.POLICY_EDITOR ? "判定の編集" : "判定の承認", "href=\"/staff/rules\"")
                .doesNotContain("𠮷田", "taro@example.jp", "/staff/sheets", "提出された回答</a>");
        HttpResponse<String> sheet = member.get(page());
        assertThat(sheet.statusCode()).isEqualTo(403);
        assertThat(sheet.body()).contains("権限がありません").doesNotContain("𠮷田", "taro@example.jp");
        for (String act : List.of("/answers", "/links")) {
            HttpResponse<String> refused = member.post(page() + act, "a." + question.id(), anAnswerTo(question));
            assertThat(refused.statusCode()).as(act).isEqualTo(403);
            assertThat(refused.body()).as(act).contains("権限がありません");
        }
        assertThat(sheet().values()).doesNotContainKey(question.id());
    }

    @Test
    void staff_cannot_answer_for_the_applicant() {
        Question applicants = choiceFor(AnsweredBy.APPLICANT);
        Visitor member = member(Role.SCREENER);
        member.get(page());
        member.post(page() + "/answers", "a." + applicants.id(), anAnswerTo(applicants));
        assertThat(screening.toEdit(editToken).answers().isOpen(applicants.id()))
                .isTrue();
    }

    @Test
    void an_applicant_cannot_answer_for_staff() {
        Question question = choiceFor(AnsweredBy.STAFF);
        new Visitor(port)
                .postWithout(
                        "/sheets/" + editToken + "/questions/" + question.section(),
                        "a." + question.id(),
                        anAnswerTo(question));
        assertThat(sheet().values()).doesNotContainKey(question.id());
    }

    private Sheet sheet() {
        return store.byEditToken(editToken).orElseThrow();
    }

    @Test
    void what_staff_answered_is_not_told_to_the_applicant() {
        String result = "/sheets/" + editToken + "/result";
        String before = new Visitor(port).get(result).body();
        store.save(
                sheetId,
                Map.of(
                        "introducedBy", new Reply.Given(new Answer.Choice("BANK")),
                        "partnerDrive", new Reply.Given(new Answer.Choice("LOW"))));
        Assessment forStaff = screening.assess(screening.open(sheet()));

        assertThat(forStaff.finding("partner-low-drive").orElseThrow().state()).isEqualTo(Assessment.State.FIRED);
        assertThat(new Visitor(port).get(result).body()).isEqualTo(before);
        assertThat(store.latest(sheetId).orElseThrow().result()).doesNotContain("\"fired\"");
    }

    @Test
    void new_links_are_shown_once_and_the_old_ones_die() {
        Visitor member = member(Role.SCREENER);
        Visitor applicant = new Visitor(port);
        String viewed = "/results/" + Tokens.viewToken(editToken);
        assertThat(applicant.get("/sheets/" + editToken + "/result").statusCode())
                .isEqualTo(200);
        assertThat(applicant.get(viewed).statusCode()).isEqualTo(200);
        member.get(page());

        member.post(page() + "/links");
        String shown = member.get(page()).body();

        String renewed = shown.replaceAll("(?s).*/sheets/([\\w-]{22})<.*", "$1");
        assertThat(applicant.get("/sheets/" + renewed + "/result").statusCode()).isEqualTo(200);
        assertThat(applicant.get("/results/" + Tokens.viewToken(renewed)).statusCode())
                .isEqualTo(200);
        assertThat(applicant.get("/sheets/" + editToken + "/result").statusCode())
                .isEqualTo(404);
        assertThat(applicant.get(viewed).statusCode()).isEqualTo(404);
        assertThat(member.get(page()).body()).as("only once").doesNotContain(renewed);
        assertThat(newest(5))
                .anyMatch(event -> event.action().equals("LINKS_RENEWED"))
                .allMatch(event -> !event.toString().contains(renewed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "not-an-id"})
    void a_sheet_that_does_not_exist_says_so_in_words(String id) {
        HttpResponse<String> missing = member(Role.SCREENER).get("/staff/sheets/" + id);
        assertThat(missing.statusCode()).isIn(400, 404);
        assertThat(missing.body()).contains("<h1>");
    }

    @Test
    void a_sheet_that_was_not_handed_in_is_nobodys_business() {
        String token = screening.begin("bootcamp", Optional.empty());
        UUID id = screening.toEdit(token).sheet().id();
        assertThat(member(Role.ADMINISTRATOR).get("/staff/sheets/" + id).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_sheet_of_a_programme_that_is_gone_does_not_break_the_list() {
        String token = store.create("gone", "1", Answers.NONE);
        UUID id = store.byEditToken(token).orElseThrow().id();
        store.handIn(id, new Contact("gone company", "x", "x@example.jp", "", ""));
        Visitor member = member(Role.SCREENER);
        assertThat(member.get("/staff").body()).contains("gone company");
        assertThat(member.get("/staff/sheets/" + id).statusCode()).isEqualTo(503);
        store.delete(id);
    }

    @Test
    void a_page_beyond_the_last_shows_the_last() {
        assertThat(member(Role.SCREENER).get("/staff?page=99999").body()).contains("件のうち");
        assertThat(member(Role.SCREENER).get("/staff?page=-3").body()).contains("件のうち");
    }
}
