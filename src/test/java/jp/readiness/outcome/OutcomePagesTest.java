package jp.readiness.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Verdict;
import jp.readiness.audit.Audit;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.library.Library;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Noting outcomes on the pages, and what they then say of the predictions. */
@RunningServer
class OutcomePagesTest {

    /** An edition that no other test knows outcomes of: calibration shows on the pages of applicants. */
    private static final String PROGRAMME = "bootcamp-partner";

    private static final String EDITION = "2023";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Outcomes outcomes;

    @Autowired
    private Demonstrations demonstrations;

    @Autowired
    private Hindsight hindsight;

    @Autowired
    private Library library;

    @Autowired
    private Audit audit;

    private Visitor member(Role role) {
        return staff.loggedIn(new Visitor(port), role);
    }

    private Cohort cohort(String programme, String edition, Origin origin, int members) {
        Cohort cohort = cohorts.create(
                Audit.SYSTEM, new Cohort.Plan(programme, edition, "結果の試し", Optional.empty(), origin, Optional.empty()));
        cohorts.add(
                Audit.SYSTEM,
                cohort,
                new ArrayList<>(Collections.nCopies(members, new NewSheet(Answers.NONE, Optional.of("A<b>製作所")))));
        return cohort;
    }

    @Test
    void an_outcome_is_noted_in_the_list_and_corrected_on_its_own_page() {
        Cohort cohort = cohort("bootcamp", "2022", Origin.RECONSTRUCTED, 2);
        List<Member> members = cohorts.members(cohort.id());
        UUID first = members.get(0).id();
        Visitor screener = member(Role.SCREENER);
        String page = "/staff/cohorts/" + cohort.id() + "/outcomes";
        assertThat(screener.get(page).body()).contains("A&lt;b&gt;製作所").doesNotContain("A<b>製作所");

        screener.post(
                page,
                "was-" + first,
                "|",
                "result-" + first,
                "LEFT:classroom",
                "finding-" + first,
                "different-picture",
                "was-" + members.get(1).id(),
                "|",
                "result-" + members.get(1).id(),
                "",
                "finding-" + members.get(1).id(),
                "");

        assertThat(outcomes.latest(cohort.id()).values())
                .extracting(Noted::result)
                .containsExactly(Result.left(Optional.of("classroom"), Optional.of("different-picture"), ""));

        screener.get(page + "/" + first);
        screener.post(page + "/" + first, "result", "FINISHED", "finding", "", "reason", "");

        assertThat(outcomes.history(first))
                .extracting(noted -> noted.result().state())
                .containsExactly(Result.State.FINISHED, Result.State.LEFT);
        assertThat(screener.get(page + "/" + first).body()).contains("これまでの記録", "「座学」でやめた", "研修への期待の違い");
        assertThat(audit.newest(5))
                .anyMatch(event -> event.action().equals("OUTCOME_CORRECTED")
                        && event.subject().id().equals(first.toString())
                        && !event.toString().contains("製作所"));
    }

    @Test
    void a_choice_that_the_edition_does_not_have_is_refused() {
        Cohort cohort = cohort("bootcamp", "2022", Origin.RECONSTRUCTED, 1);
        UUID only = cohorts.members(cohort.id()).get(0).id();
        Visitor screener = member(Role.SCREENER);
        String page = "/staff/cohorts/" + cohort.id() + "/outcomes/" + only;
        screener.get(page);
        for (String result : List.of("LEFT:nowhere", "WON", "LEFT:")) {
            assertThat(screener.post(page, "result", result).statusCode())
                    .as(result)
                    .isEqualTo(400);
        }
        assertThat(screener.post(page, "result", "LEFT", "reason", "x".repeat(1001))
                        .statusCode())
                .isEqualTo(400);
        assertThat(outcomes.latest(cohort.id())).isEmpty();
    }

    @Test
    void outcomes_come_back_in_the_template_and_a_bad_row_is_explained() {
        Cohort cohort = cohort("bootcamp", "2022", Origin.RECONSTRUCTED, 2);
        List<Member> members = cohorts.members(cohort.id());
        Visitor screener = member(Role.SCREENER);
        String page = "/staff/cohorts/" + cohort.id() + "/outcomes";
        String template = screener.get(page + "/file?format=csv").body();
        assertThat(template)
                .contains(
                        "id,applicant,outcome,step,reason", members.get(0).id().toString());

        HttpResponse<String> taken = upload(
                screener,
                page,
                "id,outcome,step\n%s,離脱,座学\n%s,たぶん,\n"
                        .formatted(members.get(0).id(), members.get(1).id()));

        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.body()).contains("1件を保存しました", "3行目", "たぶん", "「修了」「離脱」「未定」のどれかにしてください");
        assertThat(outcomes.counts(List.of(cohort))).isEqualTo(new TrackRecordView.Counts(2, 0, 1, 1, 0));
        assertThat(screener.get(page + "/file?format=csv").body()).contains("LEFT,classroom");
        assertThat(upload(screener, page, "").body()).contains("ファイルを読めませんでした");
    }

    private HttpResponse<String> upload(Visitor visitor, String page, String file) {
        String key = visitor.get(page).body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body =
                part.formatted("_csrf", "", key) + part.formatted("file", "; filename=\"a.csv\"", file) + "--b--\r\n";
        return visitor.send(visitor.request(page + "/file")
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"POLICY_EDITOR", "POLICY_APPROVER"})
    void those_who_write_rules_read_the_track_record_and_no_outcomes_of_single_applicants(Role role) {
        Cohort cohort = cohort("bootcamp", "2022", Origin.RECONSTRUCTED, 1);
        Visitor policy = member(role);
        assertThat(policy.get("/staff/cohorts/" + cohort.id() + "/outcomes").statusCode())
                .isEqualTo(403);
        assertThat(policy.get("/staff/track-record").statusCode()).isEqualTo(200);
        assertThat(policy.get("/staff/track-record/bootcamp/2022").body())
                .contains("見込みと結果")
                .doesNotContain("製作所");
    }

    @Test
    void nobody_reads_it_without_a_log_in_and_what_is_not_there_is_said_so() {
        HttpResponse<String> outside = new Visitor(port).get("/staff/track-record/bootcamp/2022");
        assertThat(outside.body()).doesNotContain("見込みと結果");
        assertThat(member(Role.SCREENER)
                        .get("/staff/track-record/bootcamp/1999")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void twenty_outcomes_of_real_applicants_calibrate_and_nineteen_do_not() {
        String page = "/staff/track-record/" + PROGRAMME + "/" + EDITION;
        Visitor screener = member(Role.SCREENER);
        Cohort invented = cohort(PROGRAMME, EDITION, Origin.RECONSTRUCTED, 25);
        note(invented, 25);
        Cohort real = cohort(PROGRAMME, EDITION, Origin.REAL, 20);
        note(real, 19);
        assertThat(outcomes.outcomes(PROGRAMME, EDITION)).isZero();
        assertThat(screener.get(page).body()).contains("まだ何も言えません", "結果が19件しかありません");
        assertThat(assessed()).contains("\"calibrated\":false").doesNotContain("calibratedOn");

        note(real, 20);

        assertThat(outcomes.outcomes(PROGRAMME, EDITION)).isEqualTo(20);
        assertThat(screener.get(page).body()).contains("20件の結果で較正しています").doesNotContain("まだ何も言えません");
        assertThat(screener.get(page + "?data=RECONSTRUCTED").body())
                .contains("公表された合計、事実は創作")
                .doesNotContain("で較正しています");
        assertThat(assessed()).contains("\"calibrated\":true,\"calibratedOn\":20");
        Visitor applicant = new Visitor(port);
        HttpResponse<String> begun = applicant.post("/programmes/" + PROGRAMME + "/sheets");
        String sheet = applicant.target(begun).replaceAll("^(/sheets/[^/?;]+).*", "$1");
        assertThat(applicant.get(sheet + "/result").body())
                .contains("20件の結果で較正した目安")
                .doesNotContain("未較正");
    }

    /** Notes that the first ones finished, or left, in turns. */
    private void note(Cohort cohort, int count) {
        List<Member> members = cohorts.members(cohort.id());
        for (int i = 0; i < count; i++) {
            Result result = i % 3 == 0 ? Result.left(Optional.empty(), Optional.empty(), "") : Result.FINISHED;
            outcomes.note(Audit.SYSTEM, cohort, members.get(i), result);
        }
    }

    private String assessed() {
        Visitor program = new Visitor(port);
        return program.send(program.request("/api/v1/programmes/" + PROGRAMME + "/assessments")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"answers\":{}}"))
                        .build())
                .body();
    }

    @Test
    void the_demonstration_comes_in_once_with_one_click_and_is_marked_everywhere() {
        Visitor screener = member(Role.SCREENER);
        screener.get("/staff/cohorts");
        screener.post("/staff/cohorts/demonstrations");
        assertThat(demonstrations.isMore()).isFalse();
        assertThat(demonstrations.load(Audit.SYSTEM)).isZero();
        assertThat(screener.get("/staff/cohorts").body()).contains("再現データ reconstructed");
        Edition first = edition("2021");
        List<Cohort> loaded = outcomes.cohorts(first, Origin.RECONSTRUCTED).stream()
                .filter(cohort -> cohort.name().contains("reconstructed"))
                .toList();
        assertThat(loaded).hasSize(1);
        assertThat(outcomes.counts(loaded)).isEqualTo(new TrackRecordView.Counts(27, 14, 13, 0, 0));
        assertThat(screener.get("/staff/cohorts/" + loaded.get(0).id() + "/outcomes")
                        .body())
                .contains("公表された合計、事実は創作");
        assertThat(outcomes.outcomes("bootcamp", "2021")).isZero();
        String list = "/staff/cohorts/" + loaded.get(0).id();
        assertThat(screener.get(list + "?ending=LEFT").body()).contains("27件のうち、当てはまるのは13件です。", "最終結果: 途中でやめた");
        String member =
                list + "/members/" + cohorts.members(loaded.get(0).id()).get(0).id();
        assertThat(screener.get(member).body()).contains(member.replace("members", "outcomes"));
        assertThat(screener.get(list + "/export.csv").body()).contains(",FINISHED", ",LEFT");

        Hindsight.Said said = hindsight.by(library.edition("bootcamp", "2022").orElseThrow(), loaded);

        assertThat(said.counted()).isEqualTo(new Hindsight.Split(14, 13));
        assertThat(said.verdicts().values().stream()
                        .mapToInt(Hindsight.Split::all)
                        .sum())
                .isEqualTo(27);
        Hindsight.Split heldBack = said.verdicts().getOrDefault(Verdict.NOT_YET, Hindsight.Split.NONE);
        assertThat(heldBack.left()).isGreaterThan(heldBack.finished());
        assertThat(screener.get("/staff/track-record/bootcamp/2021?data=RECONSTRUCTED")
                        .body())
                .contains("13件のうち" + heldBack.left() + "件は、始まる前に「準備不足」", "見込みの高さと実際");
    }

    private Edition edition(String id) {
        return library.edition("bootcamp", id).orElseThrow().edition();
    }

    /** Later changes of rules or answers do not change what had been predicted. */
    @Test
    void a_prediction_is_that_of_before_the_outcome() {
        Cohort cohort = cohort("bootcamp", "2022", Origin.SYNTHETIC, 1);
        Member only = cohorts.members(cohort.id()).get(0);
        outcomes.note(Audit.SYSTEM, cohort, only, Result.FINISHED);
        Map<UUID, Noted> before = outcomes.latest(cohort.id());
        assertThat(outcomes.note(Audit.SYSTEM, cohort, only, Result.FINISHED)).isFalse();
        assertThat(outcomes.latest(cohort.id())).isEqualTo(before);
        outcomes.note(Audit.SYSTEM, cohort, only, Result.OPEN);
        assertThat(outcomes.counts(List.of(cohort)).pending()).isEqualTo(1);
    }
}
