package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writing in the editor of a draft as a policy officer does: with the keyboard, with mistakes, and beside a colleague. */
@WorkbenchServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class EditorTypingTest {

    private static final String WRONG =
            "\nrule \"sole\"\nwhen\n    Applicant( particpants == 1 )\nthen\n    advice.signal( \"no-dta\" );\nend\n";
    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    private static Optional<Page> loggedIn = Optional.empty();
    private static final List<String> REFUSED_BY_POLICY = new ArrayList<>();
    private Draft draft;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        loggedIn = Optional.empty();
        chromium.close();
    }

    @BeforeEach
    void begin() {
        String live = library.edition("camp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files = library.files("camp", "2022", live).orElseThrow();
        draft = drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    @AfterEach
    void nothingWasForbidden() {
        drafts.discard("system", draft.id());
        assertThat(REFUSED_BY_POLICY)
                .as("what the content security policy kept from the page")
                .isEmpty();
    }

    /** The window of the one who writes, logged in once for all tests. */
    private Page open(String language, Window window, String file) {
        Page page = loggedIn.orElseGet(this::anotherWindow);
        loggedIn = Optional.of(page);
        page.setViewportSize(window == Window.PHONE ? 360 : 1280, window == Window.PHONE ? 740 : 800);
        page.navigate(address("/staff?lang=" + language));
        visit(page, file);
        return page;
    }

    private Page anotherWindow() {
        Page page = chromium.open(Window.DESKTOP);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                REFUSED_BY_POLICY.add(message.text());
            }
        });
        page.navigate(address("/staff"));
        page.locator("input[name=username]").fill(staff.member(Role.POLICY_EDITOR));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("login"));
        return page;
    }

    private void visit(Page page, String file) {
        page.navigate(address("/staff/drafts/" + draft.id() + "?file=" + file));
        page.locator("#text-form[data-ready=true]").waitFor();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private String stored(String name) {
        return drafts.files(draft).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static void waitUntilSaved(Page page) {
        page.locator("#editor-state")
                .filter(new Locator.FilterOptions().setHasText("保存済み"))
                .waitFor();
    }

    private static void waitForProblems(Page page, int count) {
        page.waitForFunction("count => document.querySelectorAll('.cm-lintRange-error').length === count", count);
    }

    @Test
    void two_mistakes_are_underlined_and_put_right_with_the_keyboard_alone() {
        Page page = open("ja", Window.DESKTOP, DraftFile.RULES);
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(WRONG.replace("\n    ", "\n"));
        waitForProblems(page, 2);
        assertThat(page.locator(".tab__problems[data-file='rules.drl']").innerText())
                .contains("2");

        page.keyboard().press("Control+Home");
        page.keyboard().press("F8");
        assertThat(page.locator("#editor-here").innerText()).contains("particpants", "participants");
        Chromium.picture(page, "editor-mistakes-ja-desktop");
        Chromium.assertAccessible(page);
        page.keyboard().press("Control+.");
        waitForProblems(page, 1);
        page.keyboard().press("F8");
        assertThat(page.locator("#editor-here").innerText()).contains("no-dta", "no-data");
        page.keyboard().press("Control+.");
        waitForProblems(page, 0);
        page.locator("#editor-here:has-text('文で読む')").waitFor();
        waitUntilSaved(page);
        assertThat(stored(DraftFile.RULES)).contains("Applicant( participants == 1 )", "advice.signal( \"no-data\" );");

        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.closest('.cm-editor') === null"))
                .as("the keyboard leaves the editor")
                .isEqualTo(true);
    }

    @Test
    void names_are_offered_with_their_labels_and_told_where_the_pointer_rests() {
        Page page = open("en", Window.DESKTOP, DraftFile.RULES);
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type("rule \"x\" when Applicant( part");
        Locator offered = page.locator(".cm-tooltip-autocomplete");
        offered.waitFor();
        assertThat(offered.innerText()).contains("participants", "Participants");
        page.locator(".cm-completionInfo").waitFor();
        assertThat(page.locator(".cm-completionInfo").innerText()).contains("参加人数", "question");
        page.keyboard().press("Enter");
        page.keyboard().type(" < Parameters.min");
        offered.waitFor();
        page.waitForTimeout(100);
        page.keyboard().press("Enter");
        page.keyboard().press("End");
        page.keyboard().type(" then advice.signal( \"no");
        offered.waitFor();
        page.waitForTimeout(100);
        page.keyboard().press("Enter");
        assertThat(page.locator(".cm-content").innerText())
                .contains("Applicant( participants < Parameters.minimumParticipants", "advice.signal( \"no-data\"");
        page.locator(".cm-line span:text-is('hasData')").first().hover();
        Locator told = page.locator(".cm-tooltip-hover .editor__name");
        told.waitFor();
        assertThat(told.innerText()).contains("Is there data?", "データがありますか");
    }

    @Test
    void what_could_not_be_saved_stays_in_the_browser_and_is_saved_later() {
        Page page = open("ja", Window.DESKTOP, DraftFile.RULES);
        page.route("**/editor/**/text*", route -> route.abort());
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type("// kept");
        page.locator("#editor-state:has-text('サーバーに届きません')").waitFor();
        assertThat(stored(DraftFile.RULES)).doesNotContain("// kept");
        page.unroute("**/editor/**/text*");
        visit(page, DraftFile.RULES);
        page.locator("#editor-notice:has-text('戻しました')").waitFor();
        waitUntilSaved(page);
        assertThat(stored(DraftFile.RULES)).contains("// kept");
    }

    @Test
    void two_who_write_in_one_file_hear_of_each_other_and_see_both_texts() {
        Page one = open("ja", Window.DESKTOP, DraftFile.RULES);
        Page other = anotherWindow();
        visit(other, DraftFile.RULES);
        other.locator("#editor-others:has-text('rules.drl')").waitFor();
        one.locator(".cm-content").focus();
        one.keyboard().press("Control+End");
        one.keyboard().type("// from one");
        waitUntilSaved(one);
        other.locator(".cm-content").focus();
        other.keyboard().press("Control+End");
        other.keyboard().type("// from the other");
        other.locator("#editor-notice:has-text('ほかの人が先に保存しました')").waitFor();
        assertThat(stored(DraftFile.RULES)).contains("// from one").doesNotContain("// from the other");
        other.locator("#editor-notice button").first().click();
        other.waitForURL(url -> url.contains("/files/"));
        assertThat(other.locator("main").innerText()).contains("ほかの人が先に保存しました");
        assertThat(other.locator("#mine").inputValue()).contains("// from the other");
        assertThat(other.locator("#theirs").inputValue()).contains("// from one");
    }

    @ParameterizedTest
    @CsvSource({"ja, PHONE, rules.drl", "en, DESKTOP, scenarios.yaml", "en, PHONE, programme.yaml"})
    void the_editor_is_accessible_and_fits(String language, Window window, String file) {
        Page page = open(language, window, file);
        page.waitForTimeout(400);
        Chromium.picture(
                page,
                "editor-" + file.replaceFirst("\\..*", "") + "-" + language + "-"
                        + window.name().toLowerCase(Locale.ROOT));
        Chromium.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        assertThat(page.locator("#text-form").getAttribute("data-file")).isEqualTo(file);
    }

    @Test
    void what_the_page_says_of_the_draft_follows_what_is_saved() {
        Page page = open("ja", Window.DESKTOP, DraftFile.SCENARIOS);
        page.locator(".cm-content").focus();
        page.keyboard().press("Control+End");
        page.keyboard().type("- name: x\n  expect: { verdict: READY }");
        page.locator(".editor__failed").waitFor();
        assertThat(page.locator(".editor__passed").count()).isEqualTo(3);
        page.locator(".draft__checks:has-text('例 3/4 合格')").waitFor();
    }

    @ParameterizedTest
    @CsvSource({"ja, DESKTOP", "en, PHONE"})
    void trying_a_draft_is_accessible_and_fits(String language, Window window) {
        Page page = open(language, window, DraftFile.RULES);
        for (String path : new String[] {"/try?from=scenario-1", "/coverage", "/forms?item=findings/no-data"}) {
            page.navigate(address("/staff/drafts/" + draft.id() + path));
            Chromium.picture(
                    page,
                    "draft-" + path.replaceFirst("\\?.*", "").substring(1) + "-" + language + "-"
                            + window.name().toLowerCase(Locale.ROOT));
            Chromium.assertAccessible(page);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }
}
