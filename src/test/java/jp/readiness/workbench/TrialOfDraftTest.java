package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.check.ScenarioResult;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft tried with one applicant, and scenarios made of what came out. */
@WorkbenchServer
class TrialOfDraftTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftChecks checks;

    private Draft draft;
    private Visitor editor;

    @BeforeEach
    void begin() {
        draft = draft("", "");
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
    }

    @AfterEach
    void discard() {
        drafts.discard("system", draft.id());
    }

    private Draft draft(String from, String to) {
        String live = library.edition("camp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files =
                new TreeMap<>(library.files("camp", "2022", live).orElseThrow());
        files.computeIfPresent(DraftFile.RULES, (name, text) -> text.replace(from, to));
        return drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    private String page() {
        return "/staff/drafts/" + draft.id();
    }

    private String scenarios() {
        return drafts.texts(draft).getOrDefault(DraftFile.SCENARIOS, "");
    }

    @Test
    void the_form_of_the_draft_is_shown_and_each_rule_says_why_it_applies_or_not() {
        assertThat(editor.get(page() + "/try").body()).contains("参加人数", "だれの答えで試しますか", "確かめるための例");
        String tried = editor.post(page() + "/try", "a.participants", "１", "a.hasData", "true")
                .body();
        assertThat(tried)
                .contains("まだ準備が必要です", "3のうち1が当てはまる")
                .contains("参加人数: 1名", "(条件: 2名未満)")
                .contains("trace--fired", "trace--not_fired", "trace--open");
    }

    @Test
    void a_scenario_of_the_draft_is_traced_too() {
        assertThat(editor.get(page() + "/try?from=scenario-1").body())
                .contains("「参加者が1名だけのときは、まだ準備が必要である」の答えが入っています。", "trace--fired");
        assertThat(editor.get(page() + "/try?from=scenario-99").body()).contains("その応募者は見つかりません");
        assertThat(editor.get(page() + "/try?from=" + UUID.randomUUID() + "&number=1")
                        .body())
                .contains("その応募者は見つかりません");
    }

    @Test
    void a_scenario_is_made_of_answers_and_passes_and_leaves_free_text_out() {
        editor.get(page() + "/try");
        HttpResponse<String> added = editor.post(
                page() + "/scenarios",
                "scenario-name",
                "1名でデータが\"ない\"会社",
                "a.participants",
                "1",
                "a.hasData",
                "false",
                "a.note",
                "秘密の会社");
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(scenarios())
                .contains("- name: \"1名でデータが\\\"ない\\\"会社\"")
                .contains("participants: 1, hasData: false")
                .contains("verdict: NOT_YET", "unmet: [participants]", "fired: [no-data]")
                .doesNotContain("秘密");
        assertThat(checks.full(draft, drafts.texts(draft)).scenarios())
                .hasSize(4)
                .allMatch(ScenarioResult::passed);
        editor.post(page() + "/scenarios", "scenario-name", "1名でデータが\"ない\"会社", "a.participants", "1");
        assertThat(checks.full(draft, drafts.texts(draft)).isSound()).isTrue();
    }

    @Test
    void a_scenario_needs_a_name_and_what_was_entered_stays() {
        editor.get(page() + "/try");
        String again = editor.post(page() + "/scenarios", "a.participants", "7").body();
        assertThat(again).contains("＊名前を、200文字までで書いてください。", "value=\"7\"");
        assertThat(editor.post(page() + "/scenarios", "scenario-name", "長".repeat(201))
                        .body())
                .contains("＊名前を");
        assertThat(editor.post(page() + "/try", "a.participants", "9".repeat(5_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_the_scenarios_do_not_try_is_listed_and_can_be_added() {
        assertThat(editor.get(page() + "/coverage").body()).contains("足りない側", "too-few-participants", "- name:");
        editor.post(page() + "/coverage");
        assertThat(checks.full(draft, drafts.texts(draft)).scenarios())
                .hasSizeGreaterThan(3)
                .allMatch(ScenarioResult::passed);
        assertThat(editor.get(page() + "/coverage").body()).contains("足りない側 0");
    }

    @Test
    void a_draft_with_mistakes_says_that_they_come_first() {
        drafts.discard("system", draft.id());
        draft = draft("participants <", "particpants <");
        assertThat(editor.get(page() + "/try").body()).contains("まだ試せません");
        assertThat(editor.get(page() + "/coverage").body()).contains("まだ試せません");
        assertThat(editor.post(page() + "/coverage").statusCode()).isEqualTo(422);
        assertThat(editor.post(page() + "/scenarios", "scenario-name", "例").statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({"SCREENER, 403, 403, 403", "ADMINISTRATOR, 200, 403, 403", "POLICY_APPROVER, 200, 200, 403"})
    void who_may_not_write_tries_at_most(Role role, int reads, int tries, int writes) {
        Visitor visitor = staff.loggedIn(new Visitor(port), role);
        assertThat(visitor.get(page() + "/try").statusCode()).isEqualTo(reads);
        assertThat(visitor.get(page() + "/coverage").statusCode()).isEqualTo(reads);
        visitor.get("/staff/password");
        assertThat(visitor.post(page() + "/try", "a.participants", "1").statusCode())
                .isEqualTo(tries);
        assertThat(visitor.post(page() + "/scenarios", "scenario-name", "x").statusCode())
                .isEqualTo(writes);
        assertThat(visitor.post(page() + "/coverage").statusCode()).isEqualTo(writes);
        assertThat(visitor.postWithout(page() + "/try", "a.participants", "1").statusCode())
                .isEqualTo(403);
    }
}
