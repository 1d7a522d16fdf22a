package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.readiness.folder.RulesFolderReader;
import jp.readiness.programme.Answers;
import jp.readiness.programme.Edition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our way from DRL to findings agrees with Drools' own, which shares neither reader nor printer nor facts with it. */
class JudgedByDroolsTest {

    private static final int SHEETS = 200;
    private static final int MANY_SHEETS = 15_000;

    static Stream<Edition> editions() {
        return Stream.concat(
                Stream.of(random(1, 30)), new RulesFolderReader().read(Path.of("rules")).editions().stream());
    }

    static Stream<Edition> manyEditions() {
        return IntStream.range(2, 12).mapToObj(seed -> random(seed, 60));
    }

    private static Edition random(int seed, int rules) {
        return TestEditions.small(new RandomRules(seed).drl(rules));
    }

    static Stream<Edition> shippedEditions() {
        return new RulesFolderReader().read(Path.of("rules")).editions().stream();
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("manyEditions")
    void all_of_it_for_many_random_rules(Edition edition) {
        agreeWithTheAuthorsText(edition, SHEETS);
        agreeWithSessions(edition, SHEETS);
        what_fires_on_a_partial_sheet_fires_under_every_completion(edition);
    }

    /** Over all editions, several hundred thousand sheets. */
    @Tag("soak")
    @ParameterizedTest
    @MethodSource("shippedEditions")
    void all_of_it_on_many_sheets_of_every_shipped_edition(Edition edition) {
        agreeWithTheAuthorsText(edition, MANY_SHEETS);
        agreeWithSessions(edition, MANY_SHEETS);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void on_answered_sheets_the_authors_own_text_fires_the_same_rules(Edition edition) {
        agreeWithTheAuthorsText(edition, SHEETS);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void on_any_sheet_a_session_over_the_compiled_model_fires_the_same_rules(Edition edition) {
        agreeWithSessions(edition, SHEETS);
    }

    private static void agreeWithTheAuthorsText(Edition edition, int sheets) {
        RuleBook book = new Rules(edition).book;
        PlainDrools judge = new PlainDrools(edition);
        RandomSheets random = new RandomSheets(7, edition);
        BoundarySheets boundary = new BoundarySheets(7, book);

        for (int i = 0; i < sheets; i++) {
            Answers answers = i % 2 == 0 ? random.next(0) : boundary.next(0);
            assertThat(names(book, book.fired(book.facts(answers))))
                    .as("%s", answers)
                    .isEqualTo(judge.fired(answers));
        }
    }

    private static void agreeWithSessions(Edition edition, int sheets) {
        RuleBook book = new Rules(edition).book;
        SessionRuleBook sessions = new SessionRuleBook(edition);
        RandomSheets random = new RandomSheets(8, edition);
        BoundarySheets boundary = new BoundarySheets(8, book);

        for (int i = 0; i < sheets; i++) {
            Facts facts = book.facts(i % 2 == 0 ? random.next(0.3) : boundary.next(0.3));
            assertThat(book.fired(facts)).isEqualTo(sessions.fired(facts));
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void what_fires_on_a_partial_sheet_fires_under_every_completion(Edition edition) {
        RuleBook book = new Rules(edition).book;
        RandomSheets sheets = new RandomSheets(9, edition);

        for (int i = 0; i < SHEETS; i++) {
            Answers partial = sheets.next(0.5);
            Answers complete = sheets.next(0);
            for (String question : partial.byQuestion().keySet()) {
                complete = complete.with(question, partial.get(question).orElseThrow());
            }
            assertThat(names(book, book.fired(book.facts(complete))))
                    .containsAll(names(book, book.fired(book.facts(partial))));
        }
    }

    private static Set<String> names(RuleBook book, BitSet rules) {
        Set<String> names = new TreeSet<>();
        rules.stream().forEach(rule -> names.add(book.rules().get(rule).name()));
        return names;
    }
}
