package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.readiness.SmallRules;
import jp.readiness.advice.Adviser;
import jp.readiness.programme.Text;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckerTest {

    @TempDir
    Path temp;

    @Test
    void a_sound_folder_gives_an_adviser_an_edition_and_no_problem() {
        CheckedFolder checked = check(SmallRules.in(temp));

        assertThat(names(checked)).containsExactly("camp/2021", "camp/2022");
        assertThat(lines(checked)).isEmpty();
    }

    @Test
    void a_finding_that_no_rule_concludes_is_an_error_where_it_is_declared() {
        CheckedFolder checked = check(SmallRules.in(temp)
                .change("camp/2022/rules.drl", "advice.unmet( \"participants\" )", "advice.signal( \"no-data\" )"));

        assertThat(lines(checked))
                .containsExactly("camp/2022/programme.yaml:40:3: error UNUSED_FINDING: No rule in rules.drl concludes"
                        + " \"participants\". Add a rule that concludes it, or remove it here.");
        assertThat(names(checked)).containsExactly("camp/2021");
    }

    @Test
    void a_question_that_nothing_reads_is_a_warning_and_the_edition_stays() {
        CheckedFolder checked =
                check(SmallRules.in(temp).change("camp/2022/rules.drl", ", share >= Parameters.highShare", ""));

        assertThat(lines(checked))
                .satisfiesExactly(
                        line -> assertThat(line).contains("warning UNUSED_QUESTION", "\"share\""),
                        line -> assertThat(line).contains("warning UNUSED_PARAMETER", "\"highShare\""));
        assertThat(names(checked)).containsExactly("camp/2021", "camp/2022");
    }

    @Test
    void a_scenario_that_comes_out_otherwise_says_what_was_expected_and_what_came() {
        CheckedFolder checked = check(SmallRules.in(temp)
                .change("camp/2022/scenarios.yaml", "verdict: NOT_YET, unmet", "verdict: READY, unmet"));
        Adviser adviser = checked.advisers().get(1);

        List<ScenarioResult> results = ScenarioRunner.run(adviser);

        assertThat(results).extracting(ScenarioResult::passed).containsExactly(true, false, true);
        assertThat(results.get(1).mismatches())
                .containsExactly(new Text("判定は READY のはずが NOT_YET でした。", "verdict should be READY and is NOT_YET."));
    }

    @Test
    void a_scenario_is_held_against_the_amount_of_a_grant() {
        CheckedFolder checked = check(SmallRules.in(temp)
                .change("camp/2022/programme.yaml", "findings:\n", """
                        findings:
                          travel:
                            kind: grant
                            unit: { ja: 円, en: yen }
                            title: { ja: 交通費, en: Travel }
                            text: { ja: 交通費が出ます。, en: Travel is paid. }
                            advice: { ja: 申し込んでください。, en: Ask for it. }
                            source: office
                            pointer: { ja: 案内, en: notice }
                        """)
                .change("camp/2022/rules.drl", "rule \"skilled\"", """
                        rule "travel" when Applicant( hasData ) then
                            advice.grant( "travel", participants * Parameters.minimumParticipants );
                        end
                        rule "skilled\"""")
                .change("camp/2022/scenarios.yaml", "verdict: READY, met", "amounts: { travel: 4.0 }, met")
                .change("camp/2022/scenarios.yaml", "verdict: NOT_YET, unmet", "amounts: { travel: 2 }, unmet"));

        List<ScenarioResult> results = ScenarioRunner.run(checked.advisers().get(1));

        assertThat(results).extracting(ScenarioResult::passed).containsExactly(true, false, true);
        assertThat(results.get(1).mismatches())
                .containsExactly(new Text("金額「travel」は 2 のはずが - でした。", "amount \"travel\" should be 2 and is -."));
    }

    @Test
    void an_edition_that_does_not_keep_its_scenarios_is_left_out_unless_it_passed_before() {
        CheckedFolder checked = check(SmallRules.in(temp)
                .change("camp/2022/scenarios.yaml", "verdict: NOT_YET, unmet", "verdict: READY, unmet"));

        CheckedFolder tested = checked.tested(adviser -> false);

        assertThat(names(tested)).containsExactly("camp/2021");
        assertThat(lines(tested))
                .singleElement()
                .asString()
                .contains("camp/2022/scenarios.yaml:4:3: error SCENARIO_FAILED");
        assertThat(names(checked.tested(adviser -> true))).containsExactly("camp/2021", "camp/2022");
    }

    private CheckedFolder check(SmallRules rules) {
        return new Checker(new RuleCompiler(temp.resolve("cache"))).check(rules.folder());
    }

    private static Stream<String> names(CheckedFolder checked) {
        return checked.advisers().stream().map(adviser -> adviser.edition().name());
    }

    private static Stream<String> lines(CheckedFolder checked) {
        return checked.problems().stream().map(problem -> problem.line(Locale.ENGLISH));
    }
}
