package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How long it takes from the last key until a mistake is underlined, or no longer is, in a programme of 40 rules; counted
 * in the browser, from the key to the change of what is shown. Prints what it measured.
 */
@Tag("soak")
@WorkbenchServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class EditorSpeedTest {

    private static final int RULES = 40;
    private static final int EDITS = 40;

    /** Notes the time of every key, and how much later the number of mistakes shown changes. */
    private static final String WATCH = """
            () => {
              const content = document.querySelector('.cm-content');
              window.took = [];
              let key = 0;
              let shown = 0;
              content.addEventListener('keydown', () => { key = performance.now(); }, true);
              new MutationObserver(() => {
                const now = content.querySelectorAll('.cm-lintRange-error').length;
                if (now !== shown) { window.took.push(performance.now() - key); shown = now; }
              }).observe(content, { subtree: true, childList: true, attributes: true });
            }
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    private static String fortyRules() {
        return IntStream.rangeClosed(1, RULES)
                .mapToObj(number -> """
                        rule "r%d"
                        when
                            Applicant( participants > %d, hasData == false, share >= Parameters.highShare, tools not contains Tools.BI )
                        then
                            advice.signal( "no-data" );
                        end
                        """.formatted(number, number + 5))
                .collect(Collectors.joining("\n"));
    }

    private Draft draft() {
        String live = library.edition("camp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files =
                new TreeMap<>(library.files("camp", "2022", live).orElseThrow());
        files.computeIfPresent(DraftFile.RULES, (name, text) -> text + "\n" + fortyRules());
        return drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    @Test
    void a_mistake_is_underlined_soon_after_the_last_key() {
        Draft draft = draft();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(Window.DESKTOP);
            page.navigate("http://127.0.0.1:" + port + "/staff");
            page.locator("input[name=username]").fill(staff.member(Role.POLICY_EDITOR));
            page.locator("input[name=password]").fill(TestStaff.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("login"));
            page.navigate("http://127.0.0.1:" + port + "/staff/drafts/" + draft.id());
            page.locator("#text-form[data-ready=true]").waitFor();
            edit(page, 5);
            page.evaluate(WATCH);
            edit(page, EDITS);
            List<Double> took = ((List<?>) page.evaluate("window.took"))
                    .stream()
                            .map(each -> ((Number) each).doubleValue())
                            .sorted()
                            .toList();
            assertThat(took).hasSizeGreaterThanOrEqualTo(EDITS);
            System.out.printf(
                    "from the last key to the change shown, %d rules, %d changes: median %.0f ms, 90%% within %.0f ms, longest %.0f ms%n",
                    RULES + 3,
                    took.size(),
                    took.get(took.size() / 2),
                    took.get(took.size() * 9 / 10),
                    took.get(took.size() - 1));
        } finally {
            drafts.discard("system", draft.id());
        }
    }

    /** Puts a letter into the name of a question and takes it out again, waiting each time for what is shown. */
    private static void edit(Page page, int times) {
        page.locator(".cm-content").focus();
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Control+Home");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("End");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            page.keyboard().type("s");
            page.waitForFunction("() => document.querySelectorAll('.cm-lintRange-error').length === 1");
            page.keyboard().press("Backspace");
            page.waitForFunction("() => document.querySelectorAll('.cm-lintRange-error').length === 0");
        }
    }
}
