package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.cohort.Cohort;
import jp.readiness.cohort.Cohorts;
import jp.readiness.cohort.Member;
import jp.readiness.cohort.Origin;
import jp.readiness.outcome.Outcomes;
import jp.readiness.outcome.Result;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.screening.AnswerSheets.NewSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands beside a rule: who gave it its text, how often it fires, and how it ended. */
@WorkbenchServer
class RuleBackgroundTest {

    private static final String RULES = "/staff/workbench/camp/2022";

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Cohorts cohorts;

    @Autowired
    private Outcomes outcomes;

    private Visitor editor;

    @BeforeEach
    void logIn() {
        steps.clear();
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
    }

    /** Other tests publish without having looked at any. */
    @AfterEach
    void noCohorts() {
        cohorts.all().forEach(line -> cohorts.delete("system", line.cohort()));
    }

    /** Companies with so many participants each; as many of the first as there are letters finished (f), left (l) or neither. */
    private void cohort(Origin origin, String ended, int... participants) {
        Cohort cohort = cohorts.create(
                "system", new Cohort.Plan("camp", "2022", "説明会", Optional.empty(), origin, Optional.empty()));
        List<NewSheet> sheets = new ArrayList<>();
        for (int one : participants) {
            sheets.add(new NewSheet(Answers.NONE.with("participants", Answer.Number.of(one)), Optional.empty()));
        }
        cohorts.add("system", cohort, sheets);
        List<Member> members = cohorts.members(cohort.id());
        for (int i = 0; i < ended.length(); i++) {
            outcomes.note(
                    "system",
                    cohort,
                    members.get(i),
                    ended.charAt(i) == 'l' ? Result.left(Optional.empty(), Optional.empty(), "") : Result.FINISHED);
        }
    }

    @Test
    void how_often_a_rule_fires_and_how_it_ended_is_counted_when_asked_for() {
        cohort(Origin.REAL, "llf", 1, 1, 1, 1);
        cohort(Origin.REAL, "fff", 2, 3, 4, 1);
        cohort(Origin.RECONSTRUCTED, "llll", 1, 1, 1, 1);
        assertThat(editor.get(RULES).body()).contains("これまでの応募者で数える").doesNotContain("件に当てはまります。");

        assertThat(editor.get(RULES + "?counted=true").body())
                .contains("2グループ、8件の回答で数えました。結果が分かっているのは6件です。")
                .contains("8件のうち5件に当てはまります。")
                .contains("当てはまる応募者: 結果の分かる3件のうち2件(67%)が途中でやめた。当てはまらない応募者: 結果の分かる3件のうち0件(0%)が途中でやめた。")
                .doesNotContain("実績ではありません");
    }

    @Test
    void applicants_who_do_not_exist_are_counted_only_where_there_are_no_others_and_this_is_said() {
        cohort(Origin.RECONSTRUCTED, "", 1, 2);

        assertThat(editor.get(RULES + "?counted=true").body())
                .contains("1グループ、2件の回答", "実績ではありません", "2件のうち1件に当てはまります。")
                .doesNotContain("途中でやめた。");
    }

    @Test
    void without_applicants_there_is_nothing_to_count() {
        assertThat(editor.get(RULES + "?counted=true").body())
                .contains("まだ回答がありません")
                .doesNotContain("件に当てはまります。");
    }

    @Test
    void a_rule_names_who_published_its_text_and_why_and_the_others_keep_their_own() {
        String mark = "skilled-" + System.nanoTime();
        Draft draft = steps.draft(DraftFile.RULES, "rule \"skilled\"", "// " + mark + "\nrule \"skilled\"");
        steps.submit(editor, draft);
        steps.approve(staff.loggedIn(new Visitor(port), Role.POLICY_APPROVER), draft);

        String page = editor.get(RULES).body();
        String before = page.substring(page.indexOf(">too-few-participants</code>"), page.indexOf(">skilled</code>"));
        String after = page.substring(page.indexOf(">skilled</code>"));
        assertThat(after).contains(mark, "さんが公開した内容", "3年目の実績から。");
        assertThat(before).contains("too-few-participants").doesNotContain(mark);
    }
}
