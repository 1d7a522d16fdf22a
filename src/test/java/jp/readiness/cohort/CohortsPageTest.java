package jp.readiness.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.readiness.RunningServer;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.advice.Verdict;
import jp.readiness.audit.Audit;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of cohorts, the page to make one, and who may open them. */
@RunningServer
class CohortsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Audit audit;

    private Visitor member(Role role) {
        return staff.loggedIn(new Visitor(port), role);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SCREENER", "ADMINISTRATOR"})
    void those_who_screen_make_a_cohort_and_find_it_in_the_list(Role role) {
        Visitor member = member(role);
        String name = "<b>説明会</b> " + UUID.randomUUID();
        member.get("/staff/cohorts/new");

        HttpResponse<String> made = member.post(
                "/staff/cohorts",
                "name",
                name,
                "edition",
                "bootcamp/2022",
                "heldOn",
                "2022-06-01",
                "origin",
                "REAL",
                "retentionUntil",
                "");

        String id = member.target(made).replaceFirst("/staff/cohorts/", "").replaceAll("[;?].*", "");
        assertThat(member.get("/staff/cohorts").body())
                .contains("/staff/cohorts/" + id, "&lt;b&gt;説明会", "2022-06-01")
                .doesNotContain("<b>説明会");
        assertThat(audit.newest(3))
                .anyMatch(event -> event.action().equals("COHORT_MADE")
                        && event.subject().id().equals(id)
                        && !event.toString().contains("説明会"));
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', 名前を入れてください",
        "edition, no/where, 支援を一覧から選んでください",
        "heldOn, 2022-13-01, 開催日を",
        "retentionUntil, soon, 名前を残す期限を",
        "origin, NONE, 中身を一つ"
    })
    void what_cannot_be_kept_is_said_and_nothing_typed_is_lost(String field, String value, String words) {
        Visitor member = member(Role.SCREENER);
        member.get("/staff/cohorts/new");
        Map<String, String> sent = new LinkedHashMap<>(
                Map.of("name", "第1回 <説明会>", "edition", "bootcamp/2022", "heldOn", "2022-06-01", "origin", "REAL"));
        sent.put(field, value);

        HttpResponse<String> refused = member.post(
                "/staff/cohorts",
                sent.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray(String[]::new));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains(words, "aria-invalid", field.equals("name") ? "2022-06-01" : "第1回 &lt;説明会&gt;");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"POLICY_EDITOR", "POLICY_APPROVER"})
    void others_are_refused(Role role) {
        Visitor member = member(role);
        for (String page : List.of("/staff/cohorts", "/staff/cohorts/new", "/staff/cohorts/" + UUID.randomUUID())) {
            assertThat(member.get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(member.post("/staff/cohorts", "name", "x").statusCode()).isEqualTo(403);
        assertThat(member.get("/staff").body()).doesNotContain("/staff/cohorts");
    }

    @Test
    void applicants_that_are_added_are_judged_by_the_edition_of_the_cohort() {
        Cohort cohort = cohorts.create(
                Audit.SYSTEM,
                new Cohort.Plan("bootcamp", "2022", "加えた人たち", Optional.empty(), Origin.REAL, Optional.empty()));
        Answers lone = Answers.NONE.with("participants", Answer.Number.of(1));
        cohorts.add(
                Audit.SYSTEM,
                cohort,
                List.of(new NewSheet(lone, Optional.of("A製作所")), new NewSheet(Answers.NONE, Optional.empty())));

        cohorts.judge(cohort);

        List<Member> members = cohorts.members(cohort.id());
        assertThat(members).extracting(Member::name).containsExactly("A製作所", "");
        assertThat(members.get(0).projection().orElseThrow().verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(members.get(1).projection().orElseThrow().verdict()).isEqualTo(Verdict.NEEDS_ANSWERS);
        assertThat(members.get(1).projection().orElseThrow().asked()).contains("participants");
    }
}
