package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.audit.Audit;
import jp.readiness.audit.AuditEvent;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What staff see of one applicant of a cohort, decide and note; and the cohort's page, its file and its comparison. */
@RunningServer
class MemberPageTest {

    private static final String NAME = "<script>alert(1)</script> =1+1 製作所";

    @LocalServerPort
    private int port;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Audit audit;

    private Cohort cohort;
    private Member lone;
    private Visitor screener;

    @BeforeEach
    void fill() {
        cohort = cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan("bootcamp", "2022", "令和4年度", Optional.empty(), Origin.REAL, Optional.empty()));
        cohorts.add(
                Audit.SYSTEM,
                cohort,
                List.of(
                        new NewSheet(Answers.NONE.with("participants", Answer.Number.of(1)), Optional.of(NAME)),
                        new NewSheet(Answers.NONE, Optional.of("B食品"))));
        cohorts.judge(cohort);
        lone = cohorts.members(cohort.id()).get(0);
        screener = staff.loggedIn(new Visitor(port), Role.SCREENER);
    }

    private String page() {
        return "/staff/cohorts/" + cohort.id();
    }

    private String member() {
        return page() + "/members/" + lone.id();
    }

    @Test
    void the_cohort_page_shows_distribution_reasons_and_list_with_names_harmless() {
        String body = screener.get(page()).body();
        assertThat(body)
                .contains("準備不足", "要確認", "B食品", "&lt;script&gt;", "職員の判断", "未定")
                .doesNotContain("<script>alert");
        assertThat(screener.get(page() + "?verdict=NOT_YET").body())
                .contains("2件のうち、当てはまるのは1件です", "&lt;script&gt;")
                .doesNotContain("B食品");
        assertThat(screener.get(page() + "?question=participants").body())
                .contains("B食品")
                .doesNotContain("&lt;script&gt;");
        assertThat(screener.get(page() + "?q=食品&sort=NAME&order=desc&page=99").body())
                .contains("B食品");
        assertThat(screener.get(page() + "?q=%25&verdict=X&sort=Y&page=-1").body())
                .contains("当てはまる応募者はいません");
    }

    @Test
    void a_decision_against_the_advice_needs_a_reason_and_is_called_an_override() {
        screener.get(member());
        HttpResponse<String> refused = screener.post(member() + "/decision", "decision", "ACCEPT", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("助言と違う判断です。理由を書いてください");

        screener.post(member() + "/decision", "decision", "ACCEPT", "reason", "電話で2名と確認 <b>");

        assertThat(screener.get(member()).body()).contains("判断を記録しました", "電話で2名と確認 &lt;b&gt;", "そのときの判定: 準備不足", "助言と違う");
        assertThat(screener.get(page()).body()).contains("助言と違う");
        AuditEvent made = audit.newest(10).stream()
                .filter(event -> event.subject().id().equals(lone.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(made.action()).isEqualTo("ADVICE_OVERRIDDEN");
        assertThat(made.detail()).contains("\"decision\":\"ACCEPT\"", "\"verdict\":\"NOT_YET\"");
        assertThat(made.toString()).doesNotContain("電話", "製作所");
    }

    @Test
    void a_decision_with_the_advice_needs_none_and_the_history_keeps_both() {
        screener.get(member());
        screener.post(member() + "/decision", "decision", "WAIT", "reason", "");
        screener.get(member());
        screener.post(member() + "/decision", "decision", "DECLINE", "reason", "定員のため");
        screener.get(member());
        screener.post(member() + "/notes", "note", "来年また声をかける");

        assertThat(screener.get(member()).body()).contains("待ってもらう", "見送る", "定員のため", "来年また声をかける");
        assertThat(cohorts.member(cohort.id(), lone.id()).orElseThrow().decision())
                .contains(Decision.DECLINE);
        assertThat(audit.newest(10)).extracting(AuditEvent::action).contains("DECISION_MADE", "NOTE_WRITTEN");
    }

    @Test
    void what_staff_answer_there_judges_the_member_again() {
        screener.get(member());
        screener.post(member() + "/answers", "a.introducedBy", "BANK", "a.partnerDrive", "LOW");

        assertThat(screener.get(member()).body()).contains("保存して、判定し直しました");
        assertThat(cohorts.member(cohort.id(), lone.id())
                        .orElseThrow()
                        .projection()
                        .orElseThrow()
                        .fired())
                .contains("partner-low-drive");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"POLICY_EDITOR", "POLICY_APPROVER"})
    void others_see_and_decide_nothing(Role role) {
        Visitor other = staff.loggedIn(new Visitor(port), role);
        for (String path : List.of(
                page(),
                member(),
                page() + "/export.csv",
                page() + "/compare",
                page() + "/hand-in",
                page() + "/screen")) {
            HttpResponse<String> refused = other.get(path);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).as(path).doesNotContain("製作所", "B食品");
        }
        for (String act : List.of("/decision", "/notes", "/answers")) {
            assertThat(other.post(member() + act, "decision", "ACCEPT").statusCode())
                    .isEqualTo(403);
        }
        assertThat(other.post(page() + "/delete", "sure", "true").statusCode()).isEqualTo(403);
        assertThat(cohorts.find(cohort.id())).isPresent();
    }

    @Test
    void the_file_keeps_the_order_and_no_cell_becomes_a_formula() {
        String csv = screener.get(page() + "/export.csv").body();
        assertThat(csv.lines().toList().get(0)).contains("line,applicant,verdict,risk,provisional");
        assertThat(csv.lines().toList().get(1)).startsWith("1,").contains("製作所,NOT_YET");
        assertThat(csv.lines().toList().get(2))
                .startsWith("2,B食品,NEEDS_ANSWERS")
                .contains("participants");
        assertThat(screener.get(page() + "/export.xlsx").statusCode()).isEqualTo(200);
    }

    @Test
    void the_file_holds_the_words_too_if_one_wants_them() {
        String plain = screener.get(page() + "/export.csv").body();
        String full = screener.get(page() + "/export.csv?details=true").body();
        assertThat(full)
                .contains("verdictText,probability,reasons,advice,changes,openQuestions,grants", "準備不足", " → ")
                .startsWith(plain.lines().findFirst().orElseThrow());
        assertThat(screener.get(page()).body()).contains("/export.xlsx?details=true");
        assertThat(screener.get(page() + "/export.xlsx?details=true").body()).startsWith("PK");
    }

    @Test
    void the_same_applicants_by_another_edition_show_who_comes_out_otherwise() {
        assertThat(screener.get(page() + "/compare").statusCode()).isEqualTo(200);
        String body = screener.get(page() + "/compare?edition=bootcamp/2021").body();
        assertThat(body).contains("判定が変わる応募者: 2件のうち", "id=\"left-by-verdict\"", "id=\"right-by-verdict\"");
        Cohort other = cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan("bootcamp", "2021", "令和3年度", Optional.empty(), Origin.REAL, Optional.empty()));
        assertThat(screener.get(page() + "/compare?with=" + other.id()).body()).contains("id=\"right-by-verdict\"");
    }

    @Test
    void a_cohort_changes_its_edition_and_everybody_is_judged_anew() {
        screener.get(page() + "/settings");
        screener.post(page() + "/settings", "name", "令和3年度", "edition", "bootcamp/2021", "origin", "RECONSTRUCTED");
        String body = screener.get(page()).body();
        assertThat(body).contains("設定を保存しました", "再現データです").doesNotContain("判定を待っている");
        assertThat(cohorts.member(cohort.id(), lone.id())
                        .orElseThrow()
                        .projection()
                        .orElseThrow()
                        .version())
                .isNotEqualTo(lone.projection().orElseThrow().version());
    }

    @Test
    void deleting_is_asked_for_and_takes_what_came_by_file_along() {
        screener.get(page() + "/settings");
        screener.post(page() + "/delete");
        assertThat(cohorts.find(cohort.id())).isPresent();
        screener.get(page() + "/settings");
        screener.post(page() + "/delete", "sure", "true");
        assertThat(cohorts.find(cohort.id())).isEmpty();
        assertThat(screener.get(page()).statusCode()).isEqualTo(404);
    }
}
