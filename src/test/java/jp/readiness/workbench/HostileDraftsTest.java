package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.readiness.Visitor;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.check.CheckedDraft;
import jp.readiness.folder.RulesArchive;
import jp.readiness.library.Library;
import jp.readiness.programme.Problem;
import jp.readiness.rulebook.Canary;
import jp.readiness.workbench.Draft.State;
import jp.readiness.workbench.Exchange.Fate;
import jp.readiness.workbench.Exchange.Imported;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The hostile rules that the compiler refuses, sent in by every way that the workbench has. */
@WorkbenchServer
class HostileDraftsTest {

    /** As many as one ZIP takes. */
    private static final int AT_ONCE = 50;

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
    private Exchange exchange;

    @Autowired
    private Library library;

    private Visitor editor;

    @BeforeEach
    void listen() {
        Canary.SONGS.set(0);
        steps.clear();
        editor = staff.loggedIn(new Visitor(port), Role.POLICY_EDITOR);
    }

    @AfterEach
    void nothing_ran() {
        assertThat(Canary.SONGS).hasValue(0);
        steps.clear();
    }

    private static List<Path> hostile() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/hostile"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each file names it. */
    private static int line(String drl) {
        return Integer.parseInt(drl.lines().findFirst().orElseThrow().replaceAll("\\D+", ""));
    }

    private String save(Draft draft, String file, String text) {
        long revision = drafts.files(draft).stream()
                .filter(each -> each.name().equals(file))
                .findFirst()
                .orElseThrow()
                .revision();
        String address = DraftSteps.address(draft);
        editor.post(address + "/files/" + file, "text", text, "revision", Long.toString(revision));
        return editor.get(address + "?file=" + file).body();
    }

    @Test
    void each_is_kept_as_text_and_answered_at_its_line_on_the_page() {
        Draft draft = steps.draft(DraftFile.RULES);
        editor.get(DraftSteps.address(draft));
        List<Path> files = hostile();
        assertThat(files).hasSizeGreaterThanOrEqualTo(100);
        for (Path file : files) {
            String drl = text(file);
            assertThat(save(draft, DraftFile.RULES, drl))
                    .as(file.toString())
                    .contains("rules.drl " + line(drl) + "行目", "chip--error")
                    .doesNotContain("承認して公開する");
        }
        steps.submit(editor, draft);
        assertThat(steps.now(draft).state()).isEqualTo(State.EDITING);
        assertThat(editor.get("/staff/workbench").statusCode()).isEqualTo(200);
    }

    @Test
    void each_is_refused_by_the_full_checks_too() {
        Draft draft = steps.draft(DraftFile.RULES);
        TreeMap<String, String> texts = new TreeMap<>(drafts.texts(draft));
        for (Path file : hostile()) {
            String drl = text(file);
            texts.put(DraftFile.RULES, drl);
            CheckedDraft checked = checks.full(draft, texts);
            assertThat(checked.isSound()).as(file.toString()).isFalse();
            assertThat(checked.problems())
                    .as(file.toString())
                    .filteredOn(Problem::isError)
                    .anySatisfy(problem -> {
                        assertThat(problem.place().line()).isEqualTo(line(drl));
                        assertThat(problem.message().ja()).isNotBlank();
                    });
        }
    }

    @Test
    void each_comes_in_by_a_zip_as_a_draft_with_errors_or_not_at_all() throws IOException {
        SortedMap<String, String> sound =
                library.files("camp", "2022", steps.live()).orElseThrow();
        List<Path> files = hostile();
        for (int from = 0; from < files.size(); from += AT_ONCE) {
            SortedMap<String, String> zip = new TreeMap<>();
            for (Path file : files.subList(from, Math.min(files.size(), from + AT_ONCE))) {
                String edition = "e" + file.getFileName().toString().replaceAll("[^a-z]", "") + "/2022/";
                sound.forEach((name, text) -> zip.put(name.equals(DraftFile.SHARED) ? name : edition + name, text));
                zip.put(edition + DraftFile.RULES, text(file));
            }
            try {
                assertThat(exchange.take("system", zipped(zip)).editions())
                        .allMatch(taken -> taken.fate() == Fate.DRAFT && taken.errors() > 0);
            } catch (RulesArchive.Unusable e) {
                one_by_one(zip);
            }
            steps.clear();
        }
        assertThat(library.editions())
                .noneMatch(adviser -> adviser.edition().programme().startsWith("e"));
    }

    /** A control character refuses a whole ZIP, with its line; the others of that ZIP come in without it. */
    private void one_by_one(SortedMap<String, String> files) throws IOException {
        for (String name : files.keySet()) {
            if (!name.endsWith("/" + DraftFile.RULES)) {
                continue;
            }
            String edition = name.substring(0, name.length() - DraftFile.RULES.length());
            SortedMap<String, String> one = new TreeMap<>(files);
            one.keySet().removeIf(path -> !path.startsWith(edition) && !path.equals(DraftFile.SHARED));
            try {
                assertThat(exchange.take("system", zipped(one)).editions())
                        .extracting(Imported::errors)
                        .allMatch(errors -> errors > 0);
            } catch (RulesArchive.Unusable e) {
                assertThat(e.text().ja()).contains("rules.drl の ", "行目");
            }
        }
    }

    private static ByteArrayInputStream zipped(SortedMap<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RulesArchive.write(files, out);
        return new ByteArrayInputStream(out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]",
                "title: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
                "title: !!jp.readiness.rulebook.Canary {}",
                "--- a\n--- b",
                "? [a, b]\n: c",
                "title: {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{",
                "%YAML 9.9\n---\ntitle: x",
                "title: \"\\u0000\"",
                "<<: {title: x}"
            })
    void yaml_that_wants_more_than_to_be_data_is_answered_at_a_line(String yaml) {
        Draft draft = steps.draft(DraftFile.RULES);
        editor.get(DraftSteps.address(draft));
        for (String file : List.of(DraftFile.PROGRAMME, DraftFile.SCENARIOS, DraftFile.SHARED)) {
            assertThat(save(draft, file, yaml)).contains(file + " ", "行目", "chip--error");
        }
    }
}
