package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Match;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Question;
import jp.readiness.programme.QuestionType;
import jp.readiness.programme.Side;
import jp.readiness.programme.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that compare the answers of two sheets. */
class MatchRulesTest {

    private static final Side FIRM = side(
            "Firm",
            TestEditions.whole("months", 0, 24),
            TestEditions.decimal("budget", "0", "1000"),
            TestEditions.question("urgent", QuestionType.YES_NO),
            TestEditions.question("place", QuestionType.CHOICE, "NORTH", "SOUTH", "ABROAD"),
            TestEditions.question("themes", QuestionType.CHOICES, "ROBOTS", "DATA", "SALES"),
            TestEditions.text("remark"));

    private static final Side TALENT = side(
            "人材",
            TestEditions.whole("months", 0, 24),
            TestEditions.decimal("fee", "0", "1000"),
            TestEditions.question("free", QuestionType.YES_NO),
            TestEditions.question("place", QuestionType.CHOICE, "SOUTH", "NORTH"),
            TestEditions.question("places", QuestionType.CHOICES, "SOUTH", "NORTH"),
            TestEditions.question("skills", QuestionType.CHOICES, "SALES", "LAW", "DATA"),
            TestEditions.question("colour", QuestionType.CHOICE, "RED", "GREEN"));

    private static Side side(String name, Question... questions) {
        return new Side(
                name,
                new Text(name, name),
                TestEditions.edition(name.toLowerCase(Locale.ROOT), List.of(questions), List.of(), List.of(), ""));
    }

    private static Match match(String drl) {
        Edition joined = TestEditions.edition(
                "pairs",
                Match.questions(FIRM, TALENT),
                List.of(TestEditions.number("least", "3")),
                List.of(
                        new Finding.Criterion(TestEditions.words("together"), true),
                        new Finding.Reason(TestEditions.words("good"), 2)),
                drl);
        return new Match(joined, FIRM, TALENT);
    }

    private static String rule(String patterns) {
        return "rule \"r\"\nwhen\n    " + patterns + "\nthen\n    advice.reason( \"good\" );\nend\n";
    }

    private static Compiled compile(String drl) {
        return Rules.COMPILER.compile(match(drl));
    }

    /** Whether the rule fires for the answers of both, written with the side's name in front. */
    private static boolean fires(String patterns, Map<String, ?> answers) {
        Compiled compiled = compile(rule(patterns));
        assertThat(compiled.problems()).filteredOn(Problem::isError).isEmpty();
        RuleBook book = compiled.ruleBook().orElseThrow();
        return book.fires(0, book.facts(Rules.sheet(answers)));
    }

    @BeforeEach
    void listen() {
        Canary.SONGS.set(0);
    }

    @AfterEach
    void nothing_ran() {
        assertThat(Canary.SONGS).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"5, 6, true", "6, 6, true", "7, 6, false"})
    void numbers_of_two_sheets_are_compared(int firm, int talent, boolean expected) {
        Map<String, Integer> answers = Map.of("Firm.months", firm, "人材.months", talent);

        assertThat(fires("Firm( $m : months ) 人材( months >= $m )", answers)).isEqualTo(expected);
        assertThat(fires("$f : Firm( ) 人材( months >= $f.months )", answers)).isEqualTo(expected);
        assertThat(fires("Firm( $m : months ) 人材( !( months < $m ) )", answers)).isEqualTo(expected);
    }

    @Test
    void decimals_are_compared_exactly() {
        Map<String, ?> equal = Map.of("Firm.budget", 0.3, "人材.fee", 0.1);

        assertThat(fires("Firm( $b : budget ) 人材( fee * Parameters.least == $b )", equal))
                .isTrue();
        assertThat(fires("Firm( $b : budget ) 人材( fee * Parameters.least < $b )", equal))
                .isFalse();
    }

    @Test
    void choices_are_compared_by_the_ids_of_their_options_not_by_their_order() {
        assertThat(fires("Firm( $p : place ) 人材( place == $p )", Map.of("Firm.place", "NORTH", "人材.place", "NORTH")))
                .isTrue();
        assertThat(fires("Firm( $p : place ) 人材( place == $p )", Map.of("Firm.place", "NORTH", "人材.place", "SOUTH")))
                .isFalse();
        assertThat(fires("Firm( $p : place ) 人材( place != $p )", Map.of("Firm.place", "ABROAD", "人材.place", "SOUTH")))
                .isTrue();
    }

    @Test
    void a_choice_is_looked_for_among_several() {
        Map<String, ?> answers = Map.of("Firm.place", "NORTH", "人材.places", List.of("SOUTH", "NORTH"));

        assertThat(fires("Firm( $p : place ) 人材( places contains $p )", answers))
                .isTrue();
        assertThat(fires("人材( $p : places ) Firm( place memberOf $p )", answers))
                .isTrue();
        assertThat(fires("Firm( $p : place ) 人材( places not contains $p )", answers))
                .isFalse();
    }

    @Test
    void several_overlap_where_one_option_is_chosen_on_both_sides() {
        String overlaps = "Firm( $t : themes ) 人材( skills overlaps $t )";
        String apart = "Firm( $t : themes ) 人材( skills not overlaps $t )";
        Map<String, ?> both = Map.of("Firm.themes", List.of("ROBOTS", "DATA"), "人材.skills", List.of("DATA"));
        Map<String, ?> neither = Map.of("Firm.themes", List.of("ROBOTS"), "人材.skills", List.of("SALES", "LAW"));
        Map<String, ?> nothing = Map.of("Firm.themes", List.of(), "人材.skills", List.of("SALES"));

        assertThat(fires(overlaps, both)).isTrue();
        assertThat(fires(apart, both)).isFalse();
        assertThat(fires(overlaps, neither)).isFalse();
        assertThat(fires(apart, neither)).isTrue();
        assertThat(fires(apart, nothing)).isTrue();
        assertThat(fires("Firm( $t : themes ) 人材( !( skills overlaps $t ) )", neither))
                .isTrue();
    }

    @Test
    void an_option_means_the_question_of_its_own_pattern_and_elsewhere_the_one_it_is_compared_with() {
        Map<String, ?> answers = Map.of("Firm.place", "NORTH", "人材.place", "SOUTH");

        assertThat(fires("Firm( place == Place.NORTH ) 人材( place == Place.SOUTH )", answers))
                .isTrue();
        assertThat(fires("Firm( $p : place ) 人材( $p == Place.NORTH )", answers)).isTrue();
        assertThat(fires("Firm( $p : place ) 人材( $p in ( Place.ABROAD, Place.NORTH ) )", answers))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Firm( $m : months ) 人材( months >= $m )",
                "Firm( $m : months ) 人材( months != $m )",
                "Firm( $m : months ) 人材( !( months == $m ) )",
                "Firm( $p : place ) 人材( place != $p )",
                "Firm( $p : place ) 人材( places not contains $p )",
                "Firm( $t : themes ) 人材( skills not overlaps $t )",
                "Firm( $t : themes ) 人材( skills overlaps $t )",
                "not ( Firm( $t : themes ) and 人材( skills overlaps $t ) )",
                "Firm( $u : urgent ) 人材( free != $u )"
            })
    void an_open_answer_on_either_side_fires_nothing(String patterns) {
        Map<String, Object> full = new HashMap<>(Map.of(
                "Firm.months", 3, "Firm.place", "ABROAD", "Firm.themes", List.of("ROBOTS"), "Firm.urgent", true));
        full.putAll(Map.of(
                "人材.months",
                4,
                "人材.place",
                "SOUTH",
                "人材.places",
                List.of("SOUTH"),
                "人材.skills",
                List.of("LAW"),
                "人材.free",
                false));
        assertThat(fires(patterns, full))
                .isEqualTo(!patterns.matches(".*\\( skills overlaps.*") || patterns.startsWith("not"));

        full.keySet().forEach(question -> {
            Map<String, Object> open = new HashMap<>(full);
            open.keySet().removeIf(other -> other.startsWith(question.substring(0, question.indexOf('.'))));
            assertThat(fires(patterns, open)).isFalse();
        });
    }

    @Test
    void both_answers_stand_beside_each_other_in_the_reason() {
        RuleBook book = compile(rule("Firm( $t : themes ) 人材( skills overlaps $t )"))
                .ruleBook()
                .orElseThrow();

        Facts facts =
                book.facts(Rules.sheet(Map.of("Firm.themes", List.of("DATA"), "人材.skills", List.of("DATA", "LAW"))));

        assertThat(book.because(0, facts)).singleElement().satisfies(comparison -> {
            assertThat(comparison.questions()).containsExactly("Firm.themes", "人材.skills");
            assertThat(comparison.answer()).contains(List.of("LAW", "DATA"));
            assertThat(comparison.operator()).isEqualTo("overlaps");
            assertThat(comparison.threshold()).contains(List.of("DATA"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Firma( months > 0 )|3:5|UNKNOWN_FACT",
                "Applicant( months > 0 )|3:5|UNKNOWN_FACT",
                "Firm( skills contains Skills.DATA )|3:11|UNKNOWN_QUESTION",
                "Firm( place == Place.EAST )|3:26|UNKNOWN_OPTION",
                "Firm( $m : months ) 人材( colour == $m )|3:29|TYPE_MISMATCH",
                "Firm( $p : place ) 人材( colour == $p )|3:28|TYPE_MISMATCH",
                "Firm( $p : place ) 人材( skills overlaps $p )|3:28|TYPE_MISMATCH",
                "Firm( $r : remark ) 人材( skills overlaps $r )|3:29|TYPE_MISMATCH",
                "人材( months > $m )|3:18|UNKNOWN_BINDING",
                "$f : Firm( ) 人材( months > $f.skills )|3:34|UNKNOWN_QUESTION"
            })
    void mistakes_are_told_at_their_line_and_column(String patterns, String place, String code) {
        Compiled compiled = compile(rule(patterns));

        assertThat(compiled.ruleBook()).isEmpty();
        assertThat(compiled.problems())
                .extracting(problem ->
                        problem.place().line() + ":" + problem.place().column() + " " + problem.code())
                .contains(place + " " + code);
    }

    @Test
    void options_that_each_side_has_alone_are_worth_a_warning() {
        List<Problem> problems =
                compile(rule("Firm( $t : themes ) 人材( skills overlaps $t )")).problems();

        assertThat(problems)
                .extracting(Problem::code, problem -> problem.message().en())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "OPTIONS_NOT_SHARED",
                        "\"人材.skills\" and \"Firm.themes\" each have options that the other lacks (LAW and ROBOTS)."));
        assertThat(compile(rule("Firm( $p : place ) 人材( places contains $p )")).problems())
                .isEmpty();
    }

    @Test
    void side_names_and_ids_reach_no_generated_code() {
        SourceText source = new SourceText("rules.drl", rule("Firm( $t : themes ) 人材( skills overlaps $t )"));
        ProblemLog problems = new ProblemLog(source);

        String drl = CanonicalDrl.of(
                RuleReader.read(new RuleContext(source, new Vocabulary(match("")), new ConstantPool(), problems)));

        assertThat(drl).contains("Facts( overlap(11, 4, 0) )").doesNotContain("Firm", "人材", "themes");
    }

    static Stream<Path> hostile() throws IOException {
        return HostileRulesTest.hostile();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_is_refused_in_a_programme_is_refused_in_a_match(Path file) throws IOException {
        String drl = Files.readString(file);
        int line = Integer.parseInt(drl.lines().findFirst().orElseThrow().replaceAll("\\D+", ""));

        Compiled compiled = compile(drl.replace("Applicant", "Firm"));

        assertThat(compiled.ruleBook()).isEqualTo(Optional.empty());
        assertThat(compiled.problems())
                .filteredOn(Problem::isError)
                .extracting(problem -> problem.place().line())
                .contains(line);
    }
}
