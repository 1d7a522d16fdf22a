package jp.readiness.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.readiness.programme.Answer;
import jp.readiness.programme.Audience;
import jp.readiness.programme.Edition;
import jp.readiness.programme.Finding;
import jp.readiness.programme.Place;
import jp.readiness.programme.Problem;
import jp.readiness.programme.Question;
import jp.readiness.programme.Section;
import jp.readiness.programme.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulesFolderReaderTest {

    private static final String PROGRAMME = "tiny/2022/programme.yaml";

    private final RulesFolderReader reader = new RulesFolderReader();

    @TempDir
    Path folder;

    @Test
    void an_edition_has_the_shared_questions_it_names_put_in_place() {
        Edition tiny = tiny(reader.read(BrokenFolder.BASE));

        assertThat(tiny.questions().stream().map(Question::id))
                .containsExactly("applicantKind", "industry", "participants", "tools", "wantsIt", "hours", "wish");
        assertThat(tiny.question("industry").orElseThrow().place()).isEqualTo(new Place("questions.yaml", 12, 3));
        assertThat(tiny.sections().stream().map(Section::id)).containsExactly("about", "team");
        assertThat(tiny.parameters().values())
                .extracting(parameter -> parameter.table().keySet())
                .containsExactly(Set.of(), Set.of("MAKER", "SHOP"));
        assertThat(tiny.findings().get(1)).isInstanceOf(Finding.Signal.class);
        assertThat(tiny.scenarios().get(0).answers().get("participants")).contains(Answer.Number.of(1));
        assertThat(tiny.scenarios().get(1).answers().isOpen("participants")).isTrue();
    }

    @Test
    void a_broken_edition_is_left_out_and_the_others_stay() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        Files.writeString(folder.resolve(PROGRAMME), "title: 題");

        assertThat(names(reader.read(folder))).containsExactly("other/2022");
    }

    @Test
    void a_broken_shared_question_concerns_only_the_editions_that_ask_it() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        replace("questions.yaml", "label: { ja: 業種, en: Industry }", "label: { ja: 業種 }");

        assertThat(names(reader.read(folder))).containsExactly("other/2022");
    }

    @Test
    void of_two_overlapping_editions_the_earlier_one_stays() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        BrokenFolder.copy(folder.resolve("tiny/2022"), folder.resolve("tiny/2023"));
        replace("tiny/2023/programme.yaml", "{ from: 2022-04-01, to: 2023-03-31 }", "{ from: 2022-12-01 }");

        RulesFolder read = reader.read(folder);

        assertThat(names(read)).containsExactly("other/2022", "tiny/2022");
        assertThat(read.problems().stream().map(Problem::code)).containsExactly("OVERLAPPING_EDITIONS");
    }

    @Test
    void a_folder_that_is_not_there_is_a_problem() {
        assertThat(reader.read(folder.resolve("none")).problems().stream().map(Problem::code))
                .containsExactly("MISSING_FOLDER");
    }

    @Test
    void a_resolved_edition_needs_no_folder_and_reads_back_with_the_same_version() {
        for (ResolvedEdition stored : reader.read(BrokenFolder.BASE).resolved()) {
            Edition edition = stored.edition();
            RulesFolder again = reader.readResolved(edition.programme(), edition.id(), stored.files());

            assertThat(again.problems()).isEmpty();
            assertThat(again.resolved().get(0).files()).isEqualTo(stored.files());
            assertThat(again.editions())
                    .usingRecursiveComparison()
                    .ignoringFields("questions.place")
                    .isEqualTo(List.of(edition));
        }
    }

    @Test
    void resolved_content_holds_just_the_shared_questions_in_use_in_one_spelling() {
        ResolvedEdition other = reader.read(BrokenFolder.BASE).resolved().get(0);

        assertThat(other.files()).containsOnlyKeys("programme.yaml", "questions.yaml", "rules.drl");
        assertThat(other.files().get("questions.yaml")).isEqualTo("""
                        "sections":
                          "about":
                            "ja": "会社について"
                            "en": "About you"
                        "questions":
                          "applicantKind":
                            "type": "choice"
                            "section": "about"
                            "label":
                              "ja": "立場"
                              "en": "Capacity"
                            "options":
                              "COMPANY":
                                "ja": "会社"
                                "en": "Company"
                              "TOWN":
                                "ja": "市区町村"
                                "en": "Town"
                            "changeable": false
                        """);
    }

    @Test
    void resolved_content_holds_a_shared_section_that_only_the_editions_own_questions_stand_in() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        replace("questions.yaml", "sections:", "sections:\n  spare: { ja: 予備, en: Spare }");
        replace(PROGRAMME, "type: text, section: team", "type: text, section: spare");

        ResolvedEdition stored = reader.read(folder).resolved().get(1);
        RulesFolder again = reader.readResolved("tiny", "2022", stored.files());

        assertThat(again.problems()).isEmpty();
        assertThat(tiny(again).sections()).isEqualTo(stored.edition().sections());
    }

    @Test
    void odd_words_survive_the_canonical_spelling() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        String odd = "\"quote \\\" backslash \\\\ 𠮷 😀 #: - {x} \\u200B\\u00A0 \\u2028 tab\\t end\"";
        replace("questions.yaml", "label: { ja: 業種, en: Industry }", "label: { ja: " + odd + ", en: 'yes' }");

        ResolvedEdition stored = reader.read(folder).resolved().get(1);
        RulesFolder again = reader.readResolved("tiny", "2022", stored.files());

        Text label = again.editions().get(0).question("industry").orElseThrow().label();
        assertThat(label)
                .isEqualTo(stored.edition().question("industry").orElseThrow().label());
        assertThat(label.ja()).contains("\" backslash \\ 𠮷 😀", "\u200B\u00A0", "\u2028");
        assertThat(again.editions().get(0).version()).isEqualTo(stored.edition().version());
    }

    @Test
    void a_version_changes_with_its_content_and_with_nothing_else() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        String before = tiny(reader.read(folder)).version();

        replace("questions.yaml", "ja: 使われない質問", "ja: それでも使われない質問");
        replace("questions.yaml", "sections:", "# a remark\nsections:");
        assertThat(tiny(reader.read(folder)).version()).isEqualTo(before).matches("[0-9a-f]{64}");

        replace("questions.yaml", "ja: 業種", "ja: 主な業種");
        assertThat(tiny(reader.read(folder)).version()).isNotEqualTo(before);
    }

    @Test
    void a_referral_knows_whom_the_other_programme_takes_and_is_stored_with_it() throws IOException {
        BrokenFolder.copy(BrokenFolder.BASE, folder);
        String before = tiny(reader.read(folder)).version();
        replace("other/2022/programme.yaml", "bands:", "audience: { applicantKind: [TOWN, COMPANY] }\nbands:");

        ResolvedEdition stored = reader.read(folder).resolved().get(1);
        RulesFolder again = reader.readResolved("tiny", "2022", stored.files());

        List<Audience> takes = List.of(new Audience("applicantKind", Set.of("TOWN", "COMPANY")));
        assertThat(referral(stored.edition()).audience()).isEqualTo(takes);
        assertThat(referral(tiny(again)).audience()).isEqualTo(takes);
        assertThat(stored.files().get("audiences.yaml")).isEqualTo("""
                        "other":
                          "applicantKind":
                          - "COMPANY"
                          - "TOWN"
                        """);
        assertThat(tiny(again).version()).isEqualTo(stored.edition().version()).isNotEqualTo(before);
    }

    private static Finding.Referral referral(Edition edition) {
        return (Finding.Referral) edition.finding("elsewhere").orElseThrow();
    }

    @Test
    void text_that_moves_between_files_is_another_version() {
        SortedMap<String, String> one = new TreeMap<>(Map.of("a", "x", "b", "yz"));
        SortedMap<String, String> other = new TreeMap<>(Map.of("a", "xy", "b", "z"));

        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(other));
    }

    static Stream<String> hostile() {
        int much = 100_000;
        return Stream.of(
                "[".repeat(much),
                "{".repeat(much),
                "- ".repeat(much),
                "? ".repeat(much),
                "a: ".repeat(much),
                "!".repeat(much),
                "&a ".repeat(much),
                "*a ".repeat(much),
                "'".repeat(much),
                "\"" + "\\x".repeat(much),
                "# ".repeat(much),
                "a\n".repeat(much),
                "a: b\n".repeat(much / 10),
                "x" + "y".repeat(much) + ": { ja: a, en: b }",
                "title: " + "9".repeat(much),
                "bands: { medium: " + "9".repeat(much) + ", high: 0." + "9".repeat(much) + " }",
                "inForce: { from: 999999999-01-01, to: -1 }",
                "%YAML 9.9\n---\na: b",
                "--- |\n text",
                "? [a, b]\n: c",
                "? {a: b}\n: c",
                "<<: {a: b}",
                "=: a",
                "\\",
                "\u0000",
                "null",
                "~",
                "- a",
                "text",
                "questions: [[a], {b: }, null, 3, {}, {a: {}, c: {}}, '']",
                "questions: [{a: }]\nfindings: {a: , b: [], c: {kind: [x]}}\nsources: {a: }\nsteps: {a: 3}\naudience: 3",
                "parameters: {a: {by: [x], values: 3}, b: {value: [3]}}");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_a_file_holds_becomes_problems_and_never_an_exception(String text) throws IOException {
        for (String file :
                List.of("questions.yaml", PROGRAMME, "tiny/2022/examples.yaml", "tiny/2022/scenarios.yaml")) {
            BrokenFolder.copy(BrokenFolder.BASE, folder.resolve(file.replace('/', '_')));
            Path rules = folder.resolve(file.replace('/', '_'));
            Files.writeString(rules.resolve(file), text);

            RulesFolder read = reader.read(rules);

            assertThat(read.problems().size()).as(file).isBetween(1, 1100);
        }
    }

    private void replace(String file, String old, String now) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, now));
    }

    private static Edition tiny(RulesFolder read) {
        return read.editions().stream()
                .filter(edition -> edition.programme().equals("tiny"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(RulesFolder read) {
        return read.editions().stream().map(Edition::name).toList();
    }
}
