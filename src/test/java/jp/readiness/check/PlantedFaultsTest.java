package jp.readiness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.readiness.SmallRules;
import jp.readiness.advice.Adviser;
import jp.readiness.advice.Assessment;
import jp.readiness.advice.Assessment.State;
import jp.readiness.advice.Verdict;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One fault of each kind, planted in a sound folder: it alone is found, and the answer sheet it names shows it. */
class PlantedFaultsTest {

    private static final String RULES = "camp/2022/rules.drl";
    private static final String PROGRAMME = "camp/2022/programme.yaml";
    private static final Pattern SHEET = Pattern.compile("\\{[^}]*}");

    @TempDir
    Path temp;

    private SmallRules folder;

    @BeforeEach
    void copy() {
        folder = SmallRules.in(temp);
    }

    @Test
    void a_rule_that_can_never_fire() {
        add("late", "participants > 50", "advice.signal( \"no-data\" );");

        assertThat(problem())
                .isEqualTo("camp/2022/rules.drl:21:1: warning NEVER_FIRES: No answers make \"late\" fire."
                        + " On { participants: 49 }, for example, participants > 50 does not hold."
                        + " Correct what it compares with, or remove it.");
        assertThat(fired(example())).doesNotContain("late");
    }

    @Test
    void a_rule_that_can_never_fire_over_two_questions() {
        add(
                "knot",
                "( hasData || participants < 3 ) && ( !hasData || participants > 8 ) && participants > 3,"
                        + " participants < 7",
                "advice.signal( \"no-data\" );");

        assertThat(problem()).contains("NEVER_FIRES").contains("\"knot\"");
        assertThat(fired(example())).doesNotContain("knot");
        assertThat(example().byQuestion()).containsKeys("hasData", "participants");
    }

    @Test
    void thresholds_of_one_question_that_contradict_each_other() {
        add("knot", "participants < 2, hasData, participants > 5", "advice.signal( \"no-data\" );");

        assertThat(problem())
                .isEqualTo("camp/2022/rules.drl:21:1: warning CONTRADICTION: Comparisons in \"knot\" contradict each"
                        + " other (participants < 2, participants > 5). On { participants: 1 }, for example,"
                        + " participants > 5 does not hold."
                        + " Correct what it compares with, or remove it.");
        assertThat(fired(example())).doesNotContain("knot");
    }

    @Test
    void thresholds_that_contradict_each_other_beside_a_calculation() {
        add("knot", "participants < 2, participants * 2 > share, participants > 5", "advice.signal( \"no-data\" );");

        assertThat(problem()).contains("CONTRADICTION");
    }

    @Test
    void a_rule_that_always_fires() {
        add("whoever", "participants >= 0", "advice.signal( \"no-data\" );");

        assertThat(problem())
                .isEqualTo("camp/2022/rules.drl:21:1: warning ALWAYS_FIRES: \"whoever\" fires whatever is answered to"
                        + " participants: on { participants: 0 }, too."
                        + " Correct it so that some answers leave it out, or remove it.");
        assertThat(fired(example())).contains("whoever");
    }

    @Test
    void two_rules_with_the_same_condition_and_call() {
        add("again", "!( hasData == true )", "advice.signal( \"no-data\" );");

        assertThat(problem())
                .isEqualTo("camp/2022/rules.drl:21:1: warning DOUBLED_RULE: \"again\" has the condition of line 8,"
                        + " \"no-data\", and says the same: both fire on { hasData: false }, for example."
                        + " Keep one of the two.");
        assertThat(fired(example())).contains("again", "no-data");
    }

    @Test
    void two_rules_with_the_same_calculation_and_call() {
        add("one", "participants * 2 < share", "advice.signal( \"no-data\" );");
        add("two", "participants * 2 < share", "advice.signal( \"no-data\" );");

        assertThat(problem()).contains("camp/2022/rules.drl:27:1: warning DOUBLED_RULE");
        assertThat(fired(example())).contains("one", "two");
    }

    @Test
    void a_rule_that_another_makes_superfluous() {
        add("none", "participants == 0", "advice.unmet( \"participants\" );");

        assertThat(problem())
                .isEqualTo("camp/2022/rules.drl:21:1: warning SUPERFLUOUS_RULE: \"none\" adds nothing: wherever it"
                        + " fires, line 1, \"too-few-participants\", fires too and says the same, as on"
                        + " { participants: 0 }. Remove it, or correct the condition of one of them.");
        assertThat(fired(example())).contains("none", "too-few-participants");
    }

    @Test
    void a_criterion_whose_rules_leave_nobody_to_meet_it() {
        add("too-many", "participants > 1", "advice.unmet( \"participants\" );");

        assertThat(problem())
                .isEqualTo("camp/2022/rules.drl:1:1: warning NEVER_MET: Nobody can meet \"participants\": one of"
                        + " \"too-few-participants\", \"too-many\" always fires. On { participants: 0 }, for example,"
                        + " \"too-few-participants\" does. Correct the thresholds so that some answers meet it.");
        assertThat(assess(example()).finding("participants").orElseThrow().state())
                .isEqualTo(State.UNMET);
    }

    @Test
    void a_band_that_nobody_reaches() {
        folder.change(PROGRAMME, "bands: { medium: 0.25, high: 0.5 }", "bands: { medium: 0.25, high: 0.7 }");

        assertThat(problem())
                .startsWith(
                        "camp/2022/programme.yaml:1:1: warning UNREACHABLE_VERDICT: Nobody who answers all questions"
                                + " comes out as READY_WITH_SUPPORT.")
                .contains("gives READY (risk 62 %, high from 70 %)");
        assertThat(assess(example()).verdict()).isEqualTo(Verdict.READY);
        assertThat(assess(example()).risk().overall().highest()).isLessThan(0.7);
    }

    @Test
    void a_band_that_everybody_reaches() {
        folder.change(PROGRAMME, "bands: { medium: 0.25, high: 0.5 }", "bands: { medium: 0.01, high: 0.04 }");

        assertThat(problem()).contains("comes out as READY.");
        assertThat(assess(example()).verdict()).isEqualTo(Verdict.READY_WITH_SUPPORT);
    }

    @Test
    void required_criteria_that_nobody_meets_together() {
        folder.change(PROGRAMME, "  no-data:\n", """
                  not-too-many:
                    kind: criterion
                    required: true
                    title: { ja: 少人数, en: Few }
                    text: { ja: 多すぎます。, en: There are too many. }
                    met: { ja: 少人数です。, en: There are few. }
                    advice: { ja: 減らしてください。, en: Send fewer. }
                    source: office
                    pointer: { ja: 案内, en: notice }
                  no-data:
                """);
        add("too-many", "participants > 1", "advice.unmet( \"not-too-many\" );");

        assertThat(problems())
                .extracting(problem -> problem.message().en().replaceAll("\\. \\{.*", ""))
                .containsExactly(
                        "Nobody who answers all questions comes out as READY",
                        "Nobody who answers all questions comes out as READY_WITH_SUPPORT");
        assertThat(assess(example()).verdict()).isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void an_audience_that_leaves_out_nobody() {
        folder.change(PROGRAMME, "applicantKind: [COMPANY]", "applicantKind: [COMPANY, PERSON]");

        assertThat(problem()).contains("comes out as NOT_FOR_YOU.");
        assertThat(assess(example()).verdict()).isNotEqualTo(Verdict.NOT_FOR_YOU);
    }

    @Test
    void a_criterion_that_nobody_can_do_anything_about_although_a_question_can_be_changed() {
        folder.change(RULES, "participants < Parameters.minimumParticipants", "share < 0.5, hasData || !hasData");

        assertThat(problems())
                .extracting(Problem::code)
                .containsExactly("UNREACHABLE_VERDICT", "UNUSED_QUESTION", "UNUSED_PARAMETER");
        assertThat(problems().get(0).message().en()).contains("comes out as NOT_YET.");
    }

    @Test
    void a_parameter_that_no_rule_uses() {
        folder.change(RULES, "Parameters.highShare", "0.5");

        assertThat(problems().stream().filter(p -> p.code().equals("UNUSED_PARAMETER")))
                .singleElement()
                .extracting(p -> p.line(Locale.ENGLISH))
                .asString()
                .contains("programme.yaml")
                .contains("\"highShare\" is used nowhere");
    }

    @Test
    void a_question_that_only_an_amount_reads_is_used() {
        folder.change(PROGRAMME, "  skilled:\n", """
                  money:
                    kind: grant
                    unit: { ja: 円, en: yen }
                    title: { ja: 補助, en: Grant }
                    text: { ja: 補助があります。, en: There is a grant. }
                    advice: { ja: 申請してください。, en: Apply. }
                    source: office
                    pointer: { ja: 案内, en: notice }
                  skilled:
                """).change(RULES, ", share >= Parameters.highShare", "");
        add("money", "hasData", "advice.grant( \"money\", share * Parameters.highShare );");

        assertThat(problems()).isEmpty();
    }

    @Test
    void rules_that_only_look_alike_are_passed_in_silence() {
        add("unanswered", "participants == null", "advice.signal( \"no-data\" );");
        add("answered", "hasData != null, !hasData, participants < 2", "advice.strength( \"skilled\" );");
        add("calculated", "participants * 2 > 100, participants * 2 < 90", "advice.signal( \"no-data\" );");
        add("other-call", "participants < Parameters.minimumParticipants", "advice.signal( \"no-data\" );");

        assertThat(problems()).extracting(p -> p.line(Locale.ENGLISH)).isEmpty();
    }

    @Test
    void a_rule_without_a_condition_is_meant_for_all() {
        add("for-all", "", "advice.signal( \"no-data\" );");

        assertThat(problems()).extracting(Problem::code).containsExactly("SUPERFLUOUS_RULE");
        assertThat(fired(example())).contains("no-data", "for-all");
    }

    private void add(String name, String condition, String call) {
        folder.write(
                RULES,
                folder.read(RULES)
                        + "rule \"%s\"\nwhen\n    Applicant( %s )\nthen\n    %s\nend\n"
                                .formatted(name, condition, call));
    }

    /** That the planted rules hold numbers is not what they are planted for. */
    private List<Problem> problems() {
        return check().problems().stream()
                .filter(problem -> !problem.code().equals("NUMBER_IN_RULE"))
                .toList();
    }

    private String problem() {
        assertThat(problems()).extracting(p -> p.line(Locale.JAPANESE)).hasSize(1);
        return problems().get(0).line(Locale.ENGLISH);
    }

    /** The sheet named by the first problem, read as a scenario would be. */
    private Answers example() {
        Matcher sheet = SHEET.matcher(problems().get(0).message().en());
        assertThat(sheet.find()).isTrue();
        assertThat(problems().get(0).message().ja()).contains(sheet.group());
        String file = "camp/2022/scenarios.yaml";
        String before = folder.read(file);
        folder.write(file, "- { name: example, answers: %s, expect: { verdict: READY } }\n".formatted(sheet.group()));
        Answers answers = adviser().edition().scenarios().get(0).answers();
        folder.write(file, before);
        return answers;
    }

    private List<String> fired(Answers answers) {
        var book = adviser().ruleBook();
        return book.fired(book.facts(answers)).stream()
                .mapToObj(rule -> book.rules().get(rule).name())
                .toList();
    }

    private Assessment assess(Answers answers) {
        return adviser().assess(answers, adviser().edition().from());
    }

    private Adviser adviser() {
        return check().advisers().get(1);
    }

    private CheckedFolder check() {
        return new Checker(new RuleCompiler(Path.of("target/test-cache"))).check(folder.folder());
    }
}
