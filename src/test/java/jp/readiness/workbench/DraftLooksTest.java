package jp.readiness.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.readiness.Chromium;
import jp.readiness.Chromium.Window;
import jp.readiness.account.Role;
import jp.readiness.account.TestStaff;
import jp.readiness.library.Library;
import jp.readiness.workbench.Draft.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pictures of the pages of a draft, each of which must be accessible and fit its window. */
@WorkbenchServer
@EnabledIf(value = "jp.readiness.Chromium#isInstalled", disabledReason = "there is no Chromium on this machine")
class DraftLooksTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private TestStaff staff;

    @Autowired
    private Library library;

    @Autowired
    private Drafts drafts;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"ja, DESKTOP", "en, PHONE"})
    void a_draft_is_accessible_and_fits_while_it_is_written_while_it_waits_and_in_the_history(
            String language, Window window) {
        Page page = chromium.open(window);
        page.navigate(address("/staff?lang=" + language));
        page.locator("input[name=username]").fill(staff.member(Role.POLICY_EDITOR));
        page.locator("input[name=password]").fill(TestStaff.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/staff") && !url.contains("login"));

        Draft mistaken = draft(DraftFile.RULES, "participants <", "particpants <");
        page.navigate(address("/staff/drafts/" + mistaken.id()));
        look(page, "mistaken", language, window);

        Draft sound = draft(DraftFile.RULES, "rule \"no-data\"", "// " + language + "\nrule \"no-data\"");
        page.navigate(address("/staff/drafts/" + sound.id() + "?file=programme.yaml"));
        look(page, "sound", language, window);
        page.locator("#reason").fill("3年目の実績から。");
        page.locator("form[action$=submit] button").click();
        look(page, "waiting", language, window);
        page.locator("form[action$=take-back] button").click();
        page.locator("form[action$=discard] button").click();
        page.navigate(address("/staff/workbench/camp/2022/history"));
        look(page, "history", language, window);
        page.locator("a[href*='/history/']").first().click();
        look(page, "differences", language, window);
        drafts.discard("system", mistaken.id());
    }

    private Draft draft(String file, String from, String to) {
        String live = library.edition("camp", "2022").orElseThrow().edition().version();
        SortedMap<String, String> files =
                new TreeMap<>(library.files("camp", "2022", live).orElseThrow());
        files.computeIfPresent(file, (name, text) -> text.replace(from, to));
        return drafts.make("system", "camp", "2022", Optional.of(live), Origin.ONLINE, files);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void look(Page page, String name, String language, Window window) {
        page.waitForLoadState();
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        Chromium.picture(
                page, "draft-" + name + "-" + language + "-" + window.name().toLowerCase(Locale.ROOT));
        Chromium.assertAccessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s scrolls sideways", name)
                .isEqualTo(true);
    }
}
