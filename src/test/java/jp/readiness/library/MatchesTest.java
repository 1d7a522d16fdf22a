package jp.readiness.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.readiness.SmallRules;
import jp.readiness.TestDatabase;
import jp.readiness.check.Checker;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.RuleCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Matches stand beside programmes: live by the same rules, and never mistaken for one. */
class MatchesTest {

    private static final Path CACHE = Path.of("target/test-cache");
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final String MATCH = "pairs/2022/programme.yaml";
    private static final String RULES = "pairs/2022/rules.drl";

    private final RuleCompiler compiler = new RuleCompiler(CACHE);

    @TempDir
    private Path temp;

    private SmallRules rules;

    @BeforeEach
    void addAMatch() {
        rules = SmallRules.in(temp).write(MATCH, """
                        title: { ja: 組み合わせ, en: Pairs }
                        summary: { ja: 二つの会社を引き合わせます。, en: Brings two companies together. }
                        inForce: { from: 2022-04-01 }
                        between: { Here: camp, There: camp }
                        sources: { call: { title: { ja: 募集案内, en: Call } } }
                        findings:
                          size:
                            kind: criterion
                            required: true
                            title: { ja: 人数, en: Size }
                            text: { ja: 人数が違います。, en: They differ in size. }
                            met: { ja: 人数が同じです。, en: They are of one size. }
                            advice: { ja: 話しましょう。, en: Talk. }
                            source: call
                            pointer: { ja: 条件, en: conditions }
                        """).write(RULES, """
                        rule "differ-in-size"
                        when
                            Here( $here : participants )
                            There( participants != $here )
                        then
                            advice.unmet( "size" );
                        end
                        """);
    }

    private Library start() {
        return new Library(rules.folder(), new Checker(compiler), Versions.in(TestDatabase.H2.migrated(), compiler));
    }

    private static String version(Library library) {
        return library.match("pairs", DAY).match().edition().version();
    }

    @Test
    void a_match_is_live_and_no_programme() {
        Library library = start();

        assertThat(library.problems().stream().filter(Problem::isError)).isEmpty();
        assertThat(library.matches(DAY)).hasSize(1);
        assertThat(library.current(DAY)).noneMatch(a -> a.edition().programme().equals("pairs"));
        assertThatThrownBy(() -> library.inForce("pairs", DAY)).isInstanceOf(NoSuchProgramme.class);
        assertThatThrownBy(() -> library.match("camp", DAY))
                .isInstanceOf(NoSuchProgramme.class)
                .hasMessageContaining("There is no match \"camp\"")
                .hasMessageContaining("pairs");
    }

    @Test
    void a_broken_match_leaves_the_programmes_alone_and_its_last_good_edition_stays() {
        Library library = start();
        String good = version(library);

        rules.change(RULES, "participants !=", "particpants !=");
        library.importFolder();

        assertThat(version(library)).isEqualTo(good);
        assertThat(library.current(DAY)).isNotEmpty();
        assertThat(library.problems())
                .filteredOn(Problem::isError)
                .extracting(problem -> problem.place().toString())
                .containsExactly(RULES + ":4:12");
    }

    @Test
    void a_match_changes_with_the_questions_of_its_sides() {
        Library library = start();
        String before = version(library);

        rules.change("camp/2022/programme.yaml", "value: 2", "value: 3")
                .change("camp/2022/scenarios.yaml", "participants: 2,", "participants: 3,");
        library.importFolder();

        assertThat(version(library)).isNotEqualTo(before);
    }

    @Test
    void a_match_whose_folder_is_gone_is_gone() {
        Library library = start();

        rules.delete("pairs");
        library.importFolder();

        assertThat(library.matches(DAY)).isEmpty();
    }

    @Test
    void a_folder_gives_a_match_by_name_or_by_edition() {
        FolderAdvice folder = new FolderAdvice(rules.folder(), compiler);

        assertThat(folder.matcher("pairs", DAY).match().edition().name()).isEqualTo("pairs/2022");
        assertThat(folder.matcher("pairs/2022", DAY).match().edition().name()).isEqualTo("pairs/2022");
        assertThatThrownBy(() -> folder.adviser("pairs", DAY)).isInstanceOf(NoSuchProgramme.class);
        assertThatThrownBy(() -> folder.matcher("pairs", LocalDate.parse("2021-01-01")))
                .isInstanceOf(NoSuchEdition.class);
        assertThatThrownBy(() -> folder.matcher("pair", DAY)).hasMessageContaining("Maybe");
    }
}
