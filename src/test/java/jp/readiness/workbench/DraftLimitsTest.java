package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.check.CheckedDraft;
import jp.readiness.check.Checker;
import jp.readiness.library.Library;
import jp.readiness.programme.Problem;
import jp.readiness.workbench.Refused.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every limit of a draft, reached. */
@WorkbenchServer
class DraftLimitsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private DraftSteps steps;

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftChecks checks;

    @Autowired
    private Checker checker;

    @Autowired
    private Library library;

    @BeforeEach
    void clear() {
        steps.clear();
    }

    private Draft draft() {
        return steps.draft(DraftFile.RULES);
    }

    private HttpResponse<String> save(Visitor editor, Draft draft, String text) {
        editor.get(DraftSteps.address(draft));
        return editor.post(DraftSteps.address(draft) + "/files/rules.drl", "text", text, "revision", "1");
    }

    @Test
    void a_file_of_the_longest_is_kept_and_a_longer_one_is_refused_with_its_text_at_hand() {
        Visitor editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
        Draft draft = draft();
        String line = "// " + "x".repeat(60) + "\n";
        String longest = line.repeat(DraftFile.LONGEST / line.length());
        HttpResponse<String> refused = save(editor, draft, longest + line + line);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("長すぎます").contains(line + line);
        assertThat(drafts.texts(draft).get(DraftFile.RULES)).doesNotContain("xxx");

        assertThat(save(editor, draft, longest).statusCode()).isEqualTo(302);
        assertThat(drafts.texts(draft).get(DraftFile.RULES)).isEqualTo(longest);
    }

    private static CheckedDraft with(
            DraftChecks by, Draft draft, TreeMap<String, String> texts, String file, String text) {
        texts.put(file, text);
        return by.full(draft, texts);
    }

    private TreeMap<String, String> texts(Draft draft) {
        return new TreeMap<>(drafts.texts(draft));
    }

    @Test
    void more_rules_than_can_be_checked_in_time_are_refused_at_the_first_that_is_too_many() {
        Draft draft = draft();
        String rules = IntStream.rangeClosed(1, 1_500)
                .mapToObj(i -> "rule \"r" + i + "\" when Applicant( participants < " + i % 50
                        + " ) then advice.unmet( \"participants\" ); end\n")
                .collect(Collectors.joining());
        CheckedDraft checked = with(checks, draft, texts(draft), DraftFile.RULES, rules);
        assertThat(checked.isSound()).isFalse();
        assertThat(checked.problems())
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("TOO_MANY");
                    assertThat(problem.place().line()).isEqualTo(1_001);
                    assertThat(problem.message().ja()).contains("1,000個まで");
                });
    }

    @Test
    void more_scenarios_than_can_be_run_in_time_are_refused() {
        Draft draft = draft();
        String scenarios = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> "- name: 例" + i + "\n  answers: { participants: 1 }\n  expect: { verdict: NOT_YET }\n")
                .collect(Collectors.joining());
        CheckedDraft checked = with(checks, draft, texts(draft), DraftFile.SCENARIOS, scenarios);
        assertThat(checked.problems()).anyMatch(problem -> problem.code().equals("TOO_MANY"));
        assertThat(checked.scenarios()).isEmpty();
    }

    @Test
    void checks_that_take_too_long_are_given_up_in_words_and_the_next_ones_run() {
        Draft draft = draft();
        WorkbenchSettings hasty = new WorkbenchSettings(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        DraftChecks impatient = new DraftChecks(checker, library, hasty);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> impatient.full(draft, texts(draft)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isIn(Reason.TOO_SLOW, Reason.BUSY));
            assertThatThrownBy(() -> impatient.glance(draft, texts(draft))).isInstanceOf(Refused.class);
        }
        impatient.stop();
        assertThat(checks.full(draft, texts(draft)).isSound()).isTrue();
    }
}
