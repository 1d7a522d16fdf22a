package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.readiness.SmallRules;
import jp.readiness.advice.Adviser;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sides of thresholds the scenarios try, and scenarios for those that they do not. */
class CoverageTest {

    private static final String RULES = "camp/2022/rules.drl";
    private static final String SCENARIOS = "camp/2022/scenarios.yaml";

    @TempDir
    Path temp;

    private SmallRules folder;

    @BeforeEach
    void copy() {
        folder = SmallRules.in(temp);
    }

    @Test
    void every_rule_and_threshold_tells_which_side_was_tried() {
        assertThat(report(Locale.ENGLISH))
                .startsWith("# camp/2022: 6 sides tried, 6 missing")
                .containsSubsequence(
                        "# camp/2022/rules.drl:1:1 too-few-participants: fires 1, does not 1, open 1",
                        "#   participants < 2",
                        "#     tried    participants = 2 (the threshold itself)",
                        "#     tried    participants = 1 (just beyond the threshold)",
                        "#     tried    participants left open",
                        "# camp/2022/rules.drl:15:1 skilled: fires 0, does not 0, open 3",
                        "#   share >= 0.5",
                        "#     MISSING  share = 0.5 (the threshold itself)",
                        "#     MISSING  share = 0.4 (just beyond the threshold)");
    }

    @Test
    void what_is_missing_is_written_with_what_comes_out_now() {
        assertThat(report(Locale.JAPANESE))
                .containsSubsequence(
                        "- name: \"skilled: share = 0.4(境目のすぐ外)\"",
                        "  answers: { share: 0.4, tools: [BI] }",
                        "  # 今の結果です。これでよいか確かめて、この行を消してください。",
                        "  expect: { verdict: NEEDS_ANSWERS, risk: LOW, notFired: [skilled] }");
    }

    @Test
    void a_threshold_beside_a_condition_that_fails_anyway_is_not_tried() {
        scenarios("- { name: one, answers: { share: 0.5, tools: [] }, expect: { notFired: [skilled] } }");

        assertThat(report(Locale.ENGLISH))
                .contains("#     tried    tools without BI", "#     MISSING  share = 0.5 (the threshold itself)");
    }

    @Test
    void a_decimal_within_one_step_of_the_threshold_is_just_beyond_it() {
        scenarios("- { name: near, answers: { share: 0.45, tools: [BI] }, expect: { notFired: [skilled] } }");

        assertThat(report(Locale.ENGLISH)).contains("#     tried    share = 0.4 (just beyond the threshold)");
    }

    @Test
    void a_side_that_no_answers_make_matter_is_said_to_have_no_case() {
        condition("participants < 2, ( hasData || participants < 3 )");

        assertThat(report(Locale.ENGLISH)).contains("#   hasData == true", "#     no case  hasData = true");
    }

    @Test
    void all_kinds_of_comparisons_come_back_as_scenarios_that_pass_and_try_all() {
        condition("( participants > 2.5 && participants <= 40 ) || participants == 2 || participants in ( 7, 9 )"
                + " || participants * 2 < share || hasData == null || note == \"a \\\"b\\\"\" || applicantKind =="
                + " ApplicantKind.PERSON || tools not contains Tools.EXCEL && tools contains Tools.BI");

        pasteAndTryAgain(folder.folder(), Locale.ENGLISH);
    }

    @Test
    void the_scenarios_proposed_for_the_programmes_of_this_repository_can_be_pasted() throws IOException {
        Path copy = temp.resolve("copy");
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Path.of("rules").relativize(file).toString()));
            }
        }

        pasteAndTryAgain(copy, Locale.JAPANESE);
    }

    private static void pasteAndTryAgain(Path rules, Locale locale) {
        List<String> before = lines(check(rules));
        check(rules).advisers().forEach(adviser -> paste(rules, adviser, locale));

        CheckedFolder pasted = check(rules);

        assertThat(lines(pasted)).isEqualTo(before);
        assertThat(lines(pasted.tested(adviser -> false))).isEqualTo(before);
        assertThat(pasted.advisers())
                .allSatisfy(adviser -> assertThat(CoverageReport.lines(adviser, Locale.ENGLISH))
                        .noneMatch(line -> line.contains("MISSING") || line.startsWith("- name")));
    }

    private static void paste(Path rules, Adviser adviser, Locale locale) {
        Path file = rules.resolve(adviser.edition().name()).resolve("scenarios.yaml");
        try {
            Files.writeString(
                    file, Files.readString(file) + String.join("\n", CoverageReport.lines(adviser, locale)) + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void condition(String condition) {
        folder.change(RULES, "Applicant( !hasData )", "Applicant( " + condition + " )");
        scenarios("- { name: none, answers: {}, expect: { verdict: NEEDS_ANSWERS } }");
    }

    private void scenarios(String yaml) {
        folder.write(SCENARIOS, yaml + "\n");
    }

    private List<String> report(Locale locale) {
        return CoverageReport.lines(check(folder.folder()).advisers().get(1), locale);
    }

    private static List<String> lines(CheckedFolder checked) {
        return checked.problems().stream()
                .map(problem -> problem.line(Locale.ENGLISH))
                .toList();
    }

    private static CheckedFolder check(Path rules) {
        return new Checker(new RuleCompiler(Path.of("target", "test-classes-of-rules"))).check(rules);
    }
}
