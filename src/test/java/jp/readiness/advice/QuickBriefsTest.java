package jp.readiness.advice;

import static jp.readiness.advice.EditionBuilder.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import jp.readiness.rulebook.PlainRuleBook;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets of a cohort, judged quickly, are judged as one by one. */
class QuickBriefsTest {

    private static final RuleCompiler COMPILER = new RuleCompiler(Path.of("target", "test-classes-of-rules"));
    private static final int SHEETS = 150;
    private static final int MANY_SHEETS = 5_000;

    static Stream<Edition> editions() {
        return new RulesFolderReader().read(Path.of("rules")).editions().stream();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    static LongStream manySeeds() {
        return LongStream.range(1_000, 2_000);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void as_assessments_of_every_shipped_edition_say(Edition edition) {
        agreeOnLikelySheets(edition, SHEETS);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("editions")
    void as_assessments_of_many_sheets_of_every_shipped_edition_say(Edition edition) {
        agreeOnLikelySheets(edition, MANY_SHEETS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void as_assessments_by_random_rules_say(long seed) {
        agreeOnRandomRules(seed, 200_000);
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manySeeds")
    void as_assessments_by_many_random_rules_say(long seed) {
        agreeOnRandomRules(seed, 200_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 20, 60, 150, 400})
    void where_the_searches_of_a_sheet_stop_at_the_budget_too(long evaluations) {
        for (long seed = 0; seed < 10; seed++) {
            agreeOnRandomRules(seed, evaluations);
        }
    }

    @Test
    void threads_that_judge_at_the_same_time_find_the_same() {
        Edition edition = editions()
                .filter(e -> e.programme().equals("bootcamp"))
                .findFirst()
                .orElseThrow();
        Adviser adviser = adviser(edition);
        LikelySheets likely = new LikelySheets(edition, 3);
        List<Answers> sheets = Stream.generate(likely::next).limit(1_000).toList();

        List<Brief> found =
                sheets.parallelStream().map(sheet -> adviser.brief(sheet, DAY)).toList();

        for (int i = 0; i < sheets.size(); i++) {
            assertThat(found.get(i)).isEqualTo(adviser.briefPieceByPiece(sheets.get(i)));
        }
    }

    private static Adviser adviser(Edition edition) {
        return new Adviser(COMPILER.compile(edition).ruleBook().orElseThrow());
    }

    private static void agreeOnLikelySheets(Edition edition, int sheets) {
        Adviser adviser = adviser(edition);
        LikelySheets likely = new LikelySheets(edition, 2);
        for (int i = 0; i < sheets; i++) {
            assertAgreement(adviser, likely.next());
        }
    }

    private static void agreeOnRandomRules(long seed, long evaluations) {
        Random random = new Random(seed);
        PlainRuleBook ruleBook = RandomEditions.edition(random).ruleBook();
        Adviser adviser = new Adviser(ruleBook, evaluations);
        for (int i = 0; i < 25; i++) {
            assertAgreement(adviser, RandomEditions.sheet(ruleBook.edition().questions(), random));
        }
    }

    private static void assertAgreement(Adviser adviser, Answers sheet) {
        Brief whole = Brief.of(adviser.assess(sheet, DAY));
        assertThat(adviser.brief(sheet, DAY)).as("%s", sheet).isEqualTo(whole);
        assertThat(adviser.briefs(DAY).of(inOrder(adviser.edition(), sheet))).isEqualTo(whole);
        assertThat(adviser.briefPieceByPiece(sheet)).isEqualTo(whole);
    }

    private static Answer[] inOrder(Edition edition, Answers sheet) {
        return IntStream.range(0, edition.questions().size())
                .mapToObj(question ->
                        sheet.get(edition.questions().get(question).id()).orElse(null))
                .toArray(Answer[]::new);
    }
}
