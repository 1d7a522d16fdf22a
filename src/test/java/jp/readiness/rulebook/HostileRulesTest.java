package jp.readiness.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Problem;
import jp.readiness.programme.QuestionType;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/** Rules whose authors want more than to give advice: {@code hostile/*.drl}, each naming the line that is refused. */
class HostileRulesTest {

    static Stream<Path> hostile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "hostile"))) {
            return files.sorted().toList().stream();
        }
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
    @MethodSource("hostile")
    void is_refused_on_its_line(Path file) throws IOException {
        String drl = Files.readString(file);
        int line = Integer.parseInt(drl.lines().findFirst().orElseThrow().replaceAll("\\D+", ""));

        Compiled compiled = Rules.compile(drl);

        assertThat(compiled.ruleBook()).isEmpty();
        assertThat(compiled.problems())
                .filteredOn(Problem::isError)
                .extracting(problem -> problem.place().line())
                .contains(line);
    }

    @Test
    void the_canary_would_sing_if_the_same_text_went_to_drools() {
        String drl = "rule \"r\" salience( " + Canary.class.getName() + ".sing() ) when then end";

        new KieHelper().addContent(drl, ResourceType.DRL).build(ExecutableModelProject.class);

        assertThat(Canary.SONGS.getAndSet(0)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "-", "!(", "-(", "min(", "not (", "not ", "exists(", "Applicant("})
    void nesting_without_end_is_refused_in_time(String opening) {
        boolean patterns = opening.startsWith("not") || opening.startsWith("exists") || opening.startsWith("App");
        for (int depth : new int[] {49, 60, 1_000, 6_000}) {
            String close = opening.contains("(") ? ")".repeat(depth) : "";
            String nested = patterns
                    ? opening.repeat(depth) + "Applicant( hasData )" + close
                    : "Applicant( " + opening.repeat(depth) + "hasData" + close + " )";

            Compiled compiled = Rules.compile(Rules.drl(nested).replaceFirst("rule '.*'", "rule 'r'"));

            if (depth > 50) {
                assertThat(compiled.ruleBook()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"participants < 1", "participants in ( 0, 1 )", "participants + 1 > participants * 0"})
    void a_long_rule_either_compiles_or_is_called_too_large(String part) {
        for (int parts : new int[] {100, 450, 700, 100_000}) {
            String drl = Rules.drl(String.join(" || ", java.util.Collections.nCopies(parts, part)))
                    .replaceFirst("rule '.*'", "rule 'r'");

            Compiled compiled = Rules.compile(drl);

            assertThat(compiled.problems())
                    .filteredOn(Problem::isError)
                    .extracting(Problem::code)
                    .allMatch("TOO_LARGE"::equals);
        }
    }

    @Test
    void a_text_of_nothing_but_mistakes_is_answered_in_time() {
        for (String mistake : List.of(
                "(",
                ")",
                "\"",
                "'",
                "\\u0000",
                "。",
                "rule ",
                "end ",
                "rule r when ",
                "\0",
                "/*",
                "import ",
                "rule \"a\n",
                "$",
                "x ")) {
            Compiled compiled = Rules.compile(mistake.repeat(250_000 / mistake.length()));

            assertThat(compiled.ruleBook()).isEmpty();
            assertThat(compiled.problems()).isNotEmpty();
        }
    }

    @Test
    void ids_of_an_edition_that_no_reader_checked_reach_no_code() {
        String evil = "x\"); " + Canary.class.getName() + ".sing(); //\\u0022\n";
        Edition edition = TestEditions.edition(
                evil,
                List.of(
                        TestEditions.question("a", QuestionType.CHOICE, evil, "B"),
                        TestEditions.question(evil, QuestionType.YES_NO)),
                List.of(TestEditions.number(evil, "1")),
                List.of(new Finding.Criterion(TestEditions.words("x\"); sing(); //"), true)),
                """
                rule "\\"); jp.readiness.rulebook.Canary.sing(); //"
                when
                    Applicant( a != A.B )
                then
                    advice.unmet( "x\\"); sing(); //" );
                end
                """);

        Rules rules = new Rules(edition);

        assertThat(rules.fires(Map.of("a", evil))).isTrue();
        assertThat(rules.fires(Map.of("a", "B"))).isFalse();
        assertThat(rules.book.rules().get(0).concludes()).containsExactly("x\"); sing(); //");
    }

    @Test
    void canonical_drl_is_made_of_our_own_words_and_numbers() {
        Edition edition = TestEditions.small(Rules.drl(
                "Applicant( remark == 'x); Canary.sing(); //' || 参加人数 < Parameters.最少参加人数 )",
                "Applicant( remark matches \"(a|b).*\", capital * 2 < 3.5, tools contains favourite )"));
        SourceText source = new SourceText("rules.drl", edition.rules());
        ProblemLog problems = new ProblemLog(source);

        String drl = CanonicalDrl.of(
                RuleReader.read(new RuleContext(source, new Vocabulary(edition), new ConstantPool(), problems)));

        assertThat(drl).isEqualTo("""
                package jp.readiness.rulebook.generated;
                import jp.readiness.rulebook.Facts;
                rule "R0"
                when
                    Facts( (says(9, 0) || below(10, 0)) )
                then
                end
                rule "R1"
                when
                    Facts( (fits(9, 0) && exactlyBelow(times(asked(2), constant(1)), constant(2)) && among(8, 7, 0)) )
                then
                end
                """);
    }
}
